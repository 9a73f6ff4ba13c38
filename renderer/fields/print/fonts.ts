import cyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url'
import latinExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url'
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import arabic from '@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2?url'

import type { PrintFont } from './print-style.ts'

/** The files of renderer/ui/fonts.css and what each is for; a printed page loads nothing, so it carries them all. */
const files: readonly { family: string; url: string; range: string }[] = [
  { family: 'Inter', url: cyrillic, range: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' },
  {
    family: 'Inter',
    url: latinExtended,
    range: 'U+0100-02BA,U+02BD-02C5,U+1E00-1E9F,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113',
  },
  {
    family: 'Inter',
    url: latin,
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-200B,U+2010-206F,U+20AC,U+2122,U+2212',
  },
  { family: 'Vazirmatn', url: arabic, range: 'U+0600-06FF,U+0750-077F,U+200C-200F,U+FB50-FDFF,U+FE70-FEFC' },
]

const dataUri = async (url: string): Promise<string> => {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return `data:font/woff2;base64,${btoa(text)}`
}

/** The fonts of the window, for a page that is printed. */
export const printFonts = (): Promise<PrintFont[]> =>
  Promise.all(files.map(async ({ family, url, range }) => ({ family, range, src: await dataUri(url) })))

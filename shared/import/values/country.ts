import { fold } from '../fold.ts'

const languages = ['en', 'lt', 'ru', 'fa'] as const
const more: Readonly<Record<string, string>> = {
  usa: 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  'czech republic': 'CZ',
  holland: 'NL',
  сша: 'US',
  рф: 'RU',
  'российская федерация': 'RU',
  'республика беларусь': 'BY',
  'lietuvos respublika': 'LT',
  jav: 'US',
  امریکا: 'US',
  انگلیس: 'GB',
}

/** A code that stands for another now (DD for DE) canonicalises to it. */
const isCurrent = (code: string): boolean => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`

const codes = (): string[] => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap((first) => letters.map((second) => first + second)).filter(isCurrent)
}

const buildNames = (): ReadonlyMap<string, string> => {
  const names = new Map(Object.entries(more).map(([name, code]) => [fold(name), code]))
  for (const language of languages) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const code of codes()) {
      const name = display.of(code)
      if (name && !names.has(fold(name))) names.set(fold(name), code)
    }
  }
  return names
}

let known: ReadonlyMap<string, string> | undefined

/** ISO 3166-1 alpha-2 code of a country named in English, Lithuanian, Russian or Persian; else the text as typed. */
export const readCountry = (typed: string): string => {
  if (/^[A-Za-z]{2}$/.test(typed)) return typed.toUpperCase() === 'UK' ? 'GB' : typed.toUpperCase()
  known ??= buildNames()
  return known.get(fold(typed)) ?? typed
}

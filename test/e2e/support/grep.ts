import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** A text as it may stand in files: UTF-8, and the two ways in which JavaScript engines keep texts. */
const formsOf = (text: string): Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text, 'latin1'),
]

const sizeOf = (files: ReadonlyMap<string, Buffer>): number =>
  [...files.values()].reduce((sum, { length }) => sum + length, 0)

/** Every file of a folder. Links are not followed. */
const filesIn = async (folder: string): Promise<Map<string, Buffer>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) files.set(relative(folder, path), await readFile(path))
  }
  return files
}

/** Which of some texts stand in the files of a folder, and where. `bytes` tells how much was looked through. */
export const grepFolder = async (
  folder: string,
  texts: readonly string[],
): Promise<{ found: string[]; bytes: number }> => {
  const files = await filesIn(folder)
  const found: string[] = []
  for (const [path, bytes] of files)
    for (const text of texts) if (formsOf(text).some((form) => bytes.includes(form))) found.push(`${path}: ${text}`)
  return { found: found.sort(), bytes: sizeOf(files) }
}

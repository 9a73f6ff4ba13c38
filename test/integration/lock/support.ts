import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { folderPaths } from '../../../electron/services/book-folder/folder-paths.ts'
import { realDisk } from '../../../electron/services/disk/disk.ts'
import { setAside } from '../../../electron/services/journal/quarantine.ts'
import { plainLines } from '../../../electron/services/lines/line-codec.ts'
import { ERASED, type RecordState } from '../../../shared/change/index.ts'
import { type OpenBook, openBook } from '../services/open-book.ts'

export const PASSPHRASE = 'a horse that eats books'

/** Passphrases of tests cost next to nothing to try. */
export const CHEAP = { N: 2 ** 4, r: 8, p: 1 }

/** What must not be found in any file of a locked book. */
export const known = [
  'Žydrūnė Pavardenytė',
  'zydrune@example.com',
  '+37061234567',
  'دفتر مشتری',
  'пилорама',
  'an offer, signed',
]

export const customers: RecordState[] = known.map((text, n) => ({
  table: 'customers',
  id: `c${n}`,
  values: { name: text, 'tags/vip': true },
  stamp: `00000000${n + 1}.0000.a`,
}))

/** A book with customers in segments and a snapshot, attachments, backups and lines in quarantine. */
export const fillBook = async (root: string): Promise<{ bookId: string; sha256: string }> => {
  const book = await openBook(root, { now: () => Date.UTC(2026, 10, 22, 10) })
  const { bookId } = book.opened
  await book.push({ records: customers.slice(0, 3) })
  await book.handlers['journal.forget']({ bookId, texts: [] })
  await book.push({ records: customers })
  await book.push({ records: [{ table: 'customers', id: 'gone', values: { [ERASED]: '2026' }, stamp: '2' }] })
  const { sha256 } = await book.handlers['attachments.put']({ bytes: Buffer.from(known.join('\n')) })
  await book.handlers['backups.create']({ reason: 'manual' })
  await book.handlers['backups.create']({ reason: 'import' })
  await book.close()
  const { quarantine, backups, scratch, carried } = folderPaths(root)
  await setAside(realDisk, quarantine, 'journal-1', [Buffer.from(`{"data":{"name":"${known[0]}`)], plainLines)
  await writeFile(join(backups, 'broken.fairbook'), known.join('\n'))
  await writeFile(join(backups, 'half.fairbook.part'), known.join('\n'))
  await mkdir(scratch, { recursive: true })
  await mkdir(carried, { recursive: true })
  await writeFile(join(carried, 'out.fairbook-sync'), known.join('\n'))
  await writeFile(join(scratch, 'run-0.ndjson'), known.join('\n'))
  return { bookId, sha256 }
}

export const lockBook = async (root: string): Promise<{ recoveryKey: string }> => {
  const book = await openBook(root, { passphraseCost: CHEAP })
  const { recoveryKey } = await book.handlers['lock.enable']({ passphrase: PASSPHRASE })
  await book.close()
  return { recoveryKey }
}

/** Every file of a folder with its bytes. */
export const filesOf = async (root: string): Promise<Map<string, Buffer>> => {
  const files = new Map<string, Buffer>()
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name)
      files.set(path.slice(root.length + 1), await readFile(path))
    }
  return files
}

/** The ways in which a text may lie in a file: as it is, in JSON's escapes, in UTF-16, in base64 at any offset. */
const formsOf = (text: string): Buffer[] => {
  const bytes = Buffer.from(text)
  const base64 = [0, 1, 2].map((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    return Buffer.from(shifted.slice(shift === 0 ? 0 : 4, Math.floor(shifted.length / 4) * 4 - 4))
  })
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return [bytes, Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16(), Buffer.from(escaped), ...base64]
}

/** Where texts are found in the files of a folder. */
export const findTexts = async (root: string, texts: readonly string[] = known): Promise<string[]> => {
  const found: string[] = []
  for (const [path, bytes] of await filesOf(root))
    for (const text of texts) if (formsOf(text).some((form) => bytes.includes(form))) found.push(`${path}: ${text}`)
  return found
}

/** A start that gives the passphrase and then opens the book. */
export const openLocked = async (root: string, passphrase = PASSPHRASE): Promise<OpenBook> =>
  openBook(root, { before: ({ handlers }) => handlers['lock.open']({ key: { passphrase } }) })

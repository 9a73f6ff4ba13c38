import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'

/**
 * What stands in a shared folder:
 * `fairbook-<book>/book.json`, the head;
 * `fairbook-<book>/<epoch>/devices/<device>/000001-1a2b3c4d.ndjson`, what one device wrote, in files of its own;
 * `fairbook-<book>/<epoch>/blobs/ab/abcd…`, attachments.
 * A life of the target has a folder of its own, so that files of an earlier one that a slow copy brings back are
 * never taken for this one's. The eight digits in a name are drawn anew for each file: two programs that think they
 * are the same device (a data folder that was copied) never write into one file.
 */
const BOOK_FOLDER = /^fairbook-([0-9a-zA-Z-]{1,64})$/
const RECORDS = /^(\d{6,12})-[0-9a-f]{8}\b.*\.ndjson$/
const BESIDE = /^\.[0-9a-f]{8}\.part$/

/** The book in a folder's name; undefined for any other folder. */
export const bookOfFolder = (name: string): string | undefined => BOOK_FOLDER.exec(name)?.[1]

/** Where a book stands under the folder that was chosen, which may be the book's own one. */
export const bookFolder = (path: string, bookId: string): string => {
  const name = `fairbook-${bookId}`
  return basename(path) === name ? path : join(path, name)
}

/** Whether a name that was found may be a device's folder or a file of records: nothing hidden, nothing half-copied. */
export const isShown = (name: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name with one is of nobody here
  name.length <= 250 && /^[^.~\\/\u0000-\u001f\u007f][^\\/\u0000-\u001f\u007f]*$/.test(name)

/**
 * Whether this is a file of records, also one that a copying tool gave another name (`… (conflicted copy).ndjson`,
 * `000003-1a2b3c4d-DESKTOP-X.ndjson`, `….sync-conflict-….ndjson`): it merges like any other.
 */
export const isRecords = (name: string): boolean => isShown(name) && name.endsWith('.ndjson')

/** Counts up with each file of a device; 0 for a name that does not say. */
export const numberOf = (name: string): number => Number(RECORDS.exec(name)?.[1] ?? 0)

export const recordsName = (number: number, random: string): string =>
  `${String(number).padStart(6, '0')}-${random}.ndjson`

/** What is being written stands beside its place under such a name. */
export const besideName = (random: string): string => `.${random}.part`
export const isBeside = (name: string): boolean => BESIDE.test(name)

/** Sixty bits that stand for a name in a cursor. */
export const shortOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 10)

import { z } from 'zod'

import type { BookDatabase } from './database.ts'

/** What an import needs to go on after a crash: kept on this device until it ends, and never synced. */
const keptSchema = z.object({
  bytes: z.instanceof(Uint8Array),
  fileName: z.string(),
  /** ISO instant: when it began. */
  now: z.string(),
  country: z.string().optional(),
  /** The choices of file and columns, the rules, and what was decided about likely duplicates, as JSON. */
  choices: z.string(),
})
export type KeptImport = z.infer<typeof keptSchema>

const PREFIX = 'import:'
const fileKey = (importId: string) => `${PREFIX}${importId}/file`
const rowsPrefix = (importId: string) => `${PREFIX}${importId}/rows/`
const ROW_DIGITS = 9
const rowsKey = (importId: string, from: number) => `${rowsPrefix(importId)}${String(from).padStart(ROW_DIGITS, '0')}`

export const keepImport = async ({ blobs }: BookDatabase, importId: string, kept: KeptImport): Promise<void> => {
  await blobs.put({ key: fileKey(importId), ...kept })
}

/** Undefined where this device keeps nothing of the import. */
export const readKeptImport = async ({ blobs }: BookDatabase, importId: string): Promise<KeptImport | undefined> =>
  keptSchema.safeParse(await blobs.get(fileKey(importId))).data

/** Notes what became of the rows from `from` on. To be written before the rows themselves are. */
export const keepRows = async (
  { blobs }: BookDatabase,
  importId: string,
  from: number,
  rows: readonly unknown[],
): Promise<void> => {
  await blobs.put({ key: rowsKey(importId, from), rows })
}

/** What became of the first `count` rows, in their order. */
export const readKeptRows = async ({ blobs }: BookDatabase, importId: string, count: number): Promise<unknown[]> => {
  const parts = await blobs.where('key').startsWith(rowsPrefix(importId)).sortBy('key')
  return parts.flatMap(({ rows }) => (Array.isArray(rows) ? rows : [])).slice(0, count)
}

export const forgetImport = async ({ blobs }: BookDatabase, importId: string): Promise<void> => {
  await blobs.where('key').startsWith(`${PREFIX}${importId}/`).delete()
}

/**
 * Forgets the files of all imports that were broken off: someone who was erased may stand in any of them. They cannot go
 * on then, but can still be undone.
 */
export const forgetImportFiles = async ({ blobs }: BookDatabase): Promise<void> => {
  await blobs.where('key').startsWith(PREFIX).delete()
}

const ROWS_PREFIX = 'import-rows:'

/**
 * Remembers which record each row of a file was about, for when the very same rows come again: `hash` tells them. Rows
 * that made a record of their own need no remembering.
 */
export const keepRowRecords = async (
  { blobs }: BookDatabase,
  hash: string,
  records: ReadonlyMap<number, string>,
): Promise<void> => {
  const key = `${ROWS_PREFIX}${hash}`
  if (records.size === 0) await blobs.delete(key)
  else await blobs.put({ key, rows: [...records.keys()], ids: [...records.values()] })
}

const recordsSchema = z.object({ rows: z.array(z.number()), ids: z.array(z.string()) })

export const readRowRecords = async ({ blobs }: BookDatabase, hash: string): Promise<ReadonlyMap<number, string>> => {
  const { data } = recordsSchema.safeParse(await blobs.get(`${ROWS_PREFIX}${hash}`))
  return new Map(data?.rows.map((row, at) => [row, data.ids[at] ?? '']))
}

/** Ids of the imports of which this device keeps something. */
export const keptImports = async ({ blobs }: BookDatabase): Promise<string[]> => {
  const keys = await blobs.where('key').startsWith(PREFIX).primaryKeys()
  return [...new Set(keys.map((key) => key.slice(PREFIX.length, key.indexOf('/'))))]
}

import { join } from 'node:path'

import type { FolderPaths } from '../book-folder/folder-paths.ts'

/** One file of records: a snapshot (`s`) or a segment of the journal (`j`). Up to `size` it is durable and whole. */
export type DataFile = { kind: 's' | 'j'; number: number; size: number }

const NAME = /^(\d{6,12})\.ndjson$/

export const fileName = (number: number): string => `${String(number).padStart(6, '0')}.ndjson`

/** The number in a file's name; undefined for any other file. */
export const numberOf = (name: string): number | undefined => {
  const digits = NAME.exec(name)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

export const dataPath = (paths: FolderPaths, { kind, number }: Pick<DataFile, 'kind' | 'number'>): string =>
  join(kind === 's' ? paths.snapshot : paths.journal, fileName(number))

import { z } from 'zod'

import { AppError } from '../../../shared/app-error.ts'
import { backupReasons, type backupSchema, MAX_ATTACHMENT } from '../../../shared/desktop-api.ts'

export type Backup = z.infer<typeof backupSchema>
export type BackupReason = Backup['reason']

export const BACKUP_FORMAT = 1
export const MANIFEST = 'manifest.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const manifestSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  bookId: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
  createdAt: z.iso.datetime(),
  reason: z.enum(backupReasons),
  tables: z
    .array(
      z.object({
        table: z.string().min(1).max(100),
        /** The entry of the archive: NDJSON, one record state per line, sorted by id. */
        file: z.string().regex(/^tables\/[A-Za-z0-9-]{1,80}\.ndjson$/),
        sha256,
        bytes: z.int().min(0),
        records: z.int().min(0),
      }),
    )
    .max(1_000),
  attachments: z.array(z.object({ sha256, bytes: z.int().min(0).max(MAX_ATTACHMENT) })).max(200_000),
})

/** What a backup says of itself: its parts and their hashes. */
export type Manifest = z.infer<typeof manifestSchema>
export type TableEntry = Manifest['tables'][number]

export const attachmentEntry = (hash: string): string => `attachments/${hash.slice(0, 2)}/${hash}`

const formatSchema = z.object({ format: z.int().min(1) })

/**
 * Reads the manifest of a backup called `name`.
 * @throws AppError `newerFormat`, `backupDamaged`
 */
export const parseManifest = (bytes: Buffer, name: string): Manifest => {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    throw new AppError('backupDamaged', { name }, error)
  }
  const format = formatSchema.safeParse(value)
  if (format.success && format.data.format > BACKUP_FORMAT) throw new AppError('newerFormat')
  const manifest = manifestSchema.safeParse(value)
  if (!manifest.success) throw new AppError('backupDamaged', { name }, manifest.error)
  return manifest.data
}

/** What the window is told of a backup. */
export const summaryOf = (name: string, size: number, { createdAt, reason, tables }: Manifest): Backup => ({
  name,
  createdAt,
  reason,
  size,
  counts: Object.fromEntries(tables.map(({ table, records }) => [table, records])),
})

import { z } from 'zod'

import { AppError } from '../../../shared/app-error.ts'
import { canonical } from '../../../shared/change/index.ts'
import { backupReasons, type backupSchema, MAX_ATTACHMENT } from '../../../shared/desktop-api.ts'
import { type Keyring, keyringSchema } from '../../../shared/sync/index.ts'
import { parseVersioned } from '../disk/versioned.ts'
import { SEAL_BYTES } from '../keys/aead.ts'
import type { BackupKey, BackupSeal } from './seal.ts'

export type Backup = z.infer<typeof backupSchema>
export type BackupReason = Backup['reason']

/** Of plain backups, and of sealed ones. */
const PLAIN = 1
const SEALED = 2
export const MANIFEST = 'manifest.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const base = {
  bookId: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
  createdAt: z.iso.datetime(),
  reason: z.enum(backupReasons),
  tables: z
    .array(
      z.object({
        table: z.string().min(1).max(100),
        /**
         * The entry of the archive: NDJSON, one record state per line, sorted by id. Sealed: a text per line, of
         * several such lines.
         */
        file: z.string().regex(/^tables\/[A-Za-z0-9-]{1,80}\.ndjson$/),
        sha256,
        bytes: z.int().min(0),
        records: z.int().min(0),
      }),
    )
    .max(1_000),
  attachments: z
    .array(
      z.object({
        sha256,
        bytes: z
          .int()
          .min(0)
          .max(MAX_ATTACHMENT + SEAL_BYTES),
      }),
    )
    .max(200_000),
}

const manifestSchema = z.discriminatedUnion('format', [
  z.object({ format: z.literal(PLAIN), ...base }),
  z.object({
    format: z.literal(SEALED),
    ...base,
    /** The ways to the key as they were then. */
    keyring: keyringSchema,
    /** Made with the key over all the rest. */
    proof: sha256,
  }),
])

/** What a backup says of itself: its parts and the hashes of what is in the archive, readable without its key. */
export type Manifest = z.infer<typeof manifestSchema>
export type TableEntry = Manifest['tables'][number]

export type SealedManifest = Extract<Manifest, { format: typeof SEALED }>
/** What is said of a backup before it is known whether it is sealed. */
export type ManifestParts = Omit<Manifest, 'format' | 'keyring' | 'proof'>

/** The text that the proof of a sealed manifest is made over. */
const provenText = ({ bookId, createdAt, reason, tables, attachments }: ManifestParts, keyring: Keyring): string =>
  canonical([bookId, createdAt, reason, tables, attachments, keyring])

/** @param seal absent: of a plain backup */
export const manifestOf = (parts: ManifestParts, seal: Pick<BackupSeal, 'keyring' | 'key'> | undefined): Manifest => {
  if (seal === undefined) return { format: PLAIN, ...parts }
  const keyring = seal.keyring()
  return { format: SEALED, ...parts, keyring, proof: seal.key.proofOf(provenText(parts, keyring)) }
}

export const isProven = (manifest: SealedManifest, key: BackupKey): boolean =>
  key.isProof(provenText(manifest, manifest.keyring), manifest.proof)

export const isSealedManifest = (manifest: Manifest): manifest is SealedManifest => manifest.format === SEALED

export const attachmentEntry = (hash: string): string => `attachments/${hash.slice(0, 2)}/${hash}`

/**
 * Reads the manifest of a backup called `name`.
 * @throws AppError `newerFormat`, `backupDamaged`
 */
export const parseManifest = (bytes: Buffer, name: string): Manifest => {
  const manifest = parseVersioned(bytes, SEALED, manifestSchema)
  if (manifest === 'newer') throw new AppError('newerFormat')
  if (manifest === undefined) throw new AppError('backupDamaged', { name })
  return manifest
}

/** What the window is told of a backup. */
export const summaryOf = (
  name: string,
  size: number,
  { format, bookId, createdAt, reason, tables }: Manifest,
): Backup => ({
  name,
  bookId,
  createdAt,
  reason,
  size,
  counts: Object.fromEntries(tables.map(({ table, records }) => [table, records])),
  ...(format === SEALED && { sealed: true }),
})

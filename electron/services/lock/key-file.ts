import { z } from 'zod'

import { AppError } from '../../../shared/app-error.ts'
import { keyringSchema } from '../../../shared/sync/index.ts'
import type { FolderPaths } from '../book-folder/folder-paths.ts'
import type { Disk } from '../disk/disk.ts'
import { readWhole, replaceFile, syncFolder } from '../disk/files.ts'
import { parseVersioned } from '../disk/versioned.ts'
import { sameProof, settingsProof } from './settings-proof.ts'

/** Of a lock that proves `sync.json` too: a program that does not know of it must not take its proof for a wrong one. */
const FORMAT = 2
/** Where a host keeps what its window stores, inside the data folder. */
export const profiles = ['browser', 'electron'] as const
export type Profile = (typeof profiles)[number]

const keyFileSchema = z.object({
  format: z.union([z.literal(1), z.literal(FORMAT)]),
  /** `sealing`, `opening`: files are being written anew; a start amid that goes on once the key is given. */
  state: z.enum(['sealing', 'sealed', 'opening']),
  keyring: keyringSchema,
  /** Locks by itself after this long; 0: never. */
  minutes: z.int().min(0).max(1_440),
  /** Profiles that still hold the book in the open: deleted before a window opens again. */
  wipe: z.array(z.enum(profiles)).max(profiles.length),
  /** Whether `sync.json` has a proof as well: one without is then not ours. Never taken back while the lock stands. */
  sync: z.literal('proven').optional(),
  /** Made with the key: who writes files but has not the key can't make the program write everything in the open. */
  proof: z.string().regex(/^[0-9a-f]{64}$/),
})

/** `lock.json`: that a book is locked, and the ways to its key. */
export type KeyFile = z.infer<typeof keyFileSchema>

type Unproven = Omit<KeyFile, 'format' | 'proof'>

const proofOf = (key: Uint8Array, { state, minutes, keyring, sync }: Unproven): string =>
  settingsProof(() => key)(`lock ${state} ${minutes} ${keyring.keyId}${sync === undefined ? '' : ` sync ${sync}`}`)

/** In the order in which it is read: a file is compared with its copy by its bytes. */
export const proven = (key: Uint8Array, file: Unproven): KeyFile => {
  const { state, keyring, minutes, wipe, sync } = file
  const format = sync === undefined ? 1 : FORMAT
  return { format, state, keyring, minutes, wipe, ...(sync && { sync }), proof: proofOf(key, file) }
}

export const isProven = (key: Uint8Array, file: KeyFile): boolean => sameProof(proofOf(key, file), file.proof)

const parse = (bytes: Buffer): KeyFile | undefined => {
  const file = parseVersioned(bytes, FORMAT, keyFileSchema)
  if (file === 'newer') throw new AppError('newerFormat')
  return file
}

type Places = Pick<FolderPaths, 'root' | 'keys' | 'keysCopy'>

/**
 * Whether the book is locked, and how it opens; undefined where it is not. The copy counts where the file is lost or
 * damaged.
 * @throws AppError `keysDamaged` when neither can be read, `newerFormat`; errors of the file system as they are
 */
export const readKeyFile = async (disk: Disk, paths: Places): Promise<KeyFile | undefined> => {
  let isThere = false
  for (const path of [paths.keys, paths.keysCopy]) {
    const bytes = await readWhole(disk, path)
    if (bytes === undefined) continue
    isThere = true
    const file = parse(bytes)
    if (file !== undefined) return file
  }
  if (isThere) throw new AppError('keysDamaged')
  return undefined
}

const toBytes = (file: KeyFile): Buffer => Buffer.from(`${JSON.stringify(file, null, 2)}\n`)

/** Writes the file, then its copy. */
export const writeKeyFile = async (disk: Disk, paths: Places, file: KeyFile): Promise<void> => {
  await replaceFile(disk, paths.keys, toBytes(file))
  await replaceFile(disk, paths.keysCopy, toBytes(file))
}

/** Writes what is missing or older of the two. */
export const mendKeyFile = async (disk: Disk, paths: Places, file: KeyFile): Promise<void> => {
  for (const path of [paths.keys, paths.keysCopy])
    if ((await readWhole(disk, path))?.equals(toBytes(file)) !== true) await replaceFile(disk, path, toBytes(file))
}

/** The copy first: where only that is left, the lock still stands. */
export const removeKeyFile = async (disk: Disk, paths: Places): Promise<void> => {
  await disk.rm(paths.keysCopy, { force: true })
  await syncFolder(disk, paths.root)
  await disk.rm(paths.keys, { force: true })
  await syncFolder(disk, paths.root)
}

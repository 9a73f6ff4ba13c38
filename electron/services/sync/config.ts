import { z } from 'zod'

import { AppError } from '../../../shared/app-error.ts'
import { syncPlaceSchema, targetHeadSchema } from '../../../shared/sync/index.ts'
import type { Disk } from '../disk/disk.ts'
import { readWhole, replaceFile } from '../disk/files.ts'
import { type Prove, sameProof } from '../lock/settings-proof.ts'

const configSchema = z.object({
  version: z.literal(1),
  place: syncPlaceSchema,
  /** As it was last seen at the place: whether the book is sealed there never changes, whatever the place says. */
  head: targetHeadSchema,
  /** Attachments of erased people that are still to go from the place, by SHA-256. */
  removeBlobs: z.array(z.string().regex(/^[0-9a-f]{64}$/)).default([]),
})

/** Where a book syncs. Holds no secret: those are in `secrets.json`. */
export type SyncConfig = z.infer<typeof configSchema>

/** How a locked book proves what is written there. */
export type ConfigProof = {
  prove: Prove
  /** Whether one without a proof, or with a wrong one, is not ours: every one that was written since has one. */
  required: boolean
}

/** What is written in the file beside its proof; undefined for what makes no sense. */
const parse = (bytes: Buffer): { rest: object; proof: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    if (typeof value !== 'object' || value === null) return undefined
    const { proof, ...rest } = { proof: undefined, ...value }
    return { rest, proof }
  } catch {
    return undefined
  }
}

const proofOf = (prove: Prove, rest: object): string => prove(`sync ${JSON.stringify(rest)}`)

const isProven = (found: ReturnType<typeof parse>, prove: Prove): boolean =>
  found !== undefined && sameProof(proofOf(prove, found.rest), found.proof)

/**
 * Undefined where the book does not sync, or what is written there makes no sense: then it is set up again.
 * @param proof of a locked book
 * @throws AppError `syncPlaceUnproven` where a proof is required and this is not it
 */
export const readConfig = async (
  disk: Disk,
  path: string,
  proof: ConfigProof | undefined,
): Promise<SyncConfig | undefined> => {
  const bytes = await readWhole(disk, path)
  if (bytes === undefined) return undefined
  const found = parse(bytes)
  if (proof?.required && !isProven(found, proof.prove)) throw new AppError('syncPlaceUnproven')
  return configSchema.safeParse(found?.rest).data
}

export const writeConfig = (
  disk: Disk,
  path: string,
  config: SyncConfig,
  proof: Pick<ConfigProof, 'prove'> | undefined,
): Promise<void> => {
  const proven = proof ? { ...config, proof: proofOf(proof.prove, config) } : config
  return replaceFile(disk, path, Buffer.from(`${JSON.stringify(proven, null, 2)}\n`))
}

/**
 * Gives what is written there its first proof.
 * @param anew whether one that has a proof gets another: it is of a lock that was taken off since
 */
export const proveConfig = async (disk: Disk, path: string, prove: Prove, anew: boolean): Promise<void> => {
  const bytes = await readWhole(disk, path)
  const found = bytes && parse(bytes)
  if (!found || (found.proof !== undefined && !anew)) return
  const config = configSchema.safeParse(found.rest).data
  if (config !== undefined) await writeConfig(disk, path, config, { prove })
}

/** Takes one away that is not proven, before nothing asks for a proof any more. */
export const dropUnproven = async (disk: Disk, path: string, prove: Prove): Promise<void> => {
  const bytes = await readWhole(disk, path)
  if (bytes !== undefined && !isProven(parse(bytes), prove)) await disk.rm(path, { force: true })
}

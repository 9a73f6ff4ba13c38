import { z } from 'zod'

import { syncPlaceSchema, targetHeadSchema } from '../../../shared/sync/index.ts'
import type { Disk } from '../disk/disk.ts'
import { readWhole, replaceFile } from '../disk/files.ts'

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

/** Undefined where the book does not sync, or what is written there makes no sense: then it is set up again. */
export const readConfig = async (disk: Disk, path: string): Promise<SyncConfig | undefined> => {
  const bytes = await readWhole(disk, path)
  if (bytes === undefined) return undefined
  try {
    return configSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data
  } catch {
    return undefined
  }
}

export const writeConfig = (disk: Disk, path: string, config: SyncConfig): Promise<void> =>
  replaceFile(disk, path, Buffer.from(`${JSON.stringify(config, null, 2)}\n`))

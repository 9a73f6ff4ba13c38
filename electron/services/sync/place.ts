import type { SyncPlace } from '../../../shared/sync/index.ts'
import type { Disk } from '../disk/disk.ts'
import { couchTarget } from '../replicas/couchdb/index.ts'
import { folderTarget } from '../replicas/folder/index.ts'
import type { SyncTarget } from '../replicas/target.ts'

/** What a place needs to be spoken to. */
export type PlaceTools = {
  disk: Disk
  bookId: string
  deviceId: string
  /** Told about trouble that nobody waits for. */
  onProblem: (error: unknown) => void
}

/** The target at a place; undefined where there is none, only files that are carried. */
export const targetAt = (place: SyncPlace, password: string | undefined, tools: PlaceTools): SyncTarget | undefined => {
  if (place.kind === 'couchdb') return couchTarget({ place, password })
  if (place.kind === 'folder') return folderTarget({ ...tools, path: place.path, skipOwn: true })
  return undefined
}

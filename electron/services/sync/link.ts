import { AppError } from '../../../shared/app-error.ts'
import type { TargetHead } from '../../../shared/sync/index.ts'
import type { Attachments } from '../attachments/attachments.ts'
import type { RecordCodec } from '../replicas/codec.ts'
import { openCodec } from '../replicas/open-codec.ts'
import { sealedCodec } from '../replicas/sealed-codec.ts'
import type { SharedReplica } from '../replicas/target.ts'
import { type BlobCarrier, carryBlobs } from './carry-blobs.ts'
import type { SyncConfig } from './config.ts'
import { type PlaceTools, targetAt } from './place.ts'

/** What is secret about a place. */
export type SyncSecrets = { key: Uint8Array | undefined; password: string | undefined }

/** The place while the book syncs there. */
export type Link = { replica: SharedReplica; blobs: BlobCarrier }

/** How records stand at a place with this head. A sealed one is never read or written in the open. @throws AppError */
const codecFor = ({ bookId, sealed, keyring }: TargetHead, key: Uint8Array | undefined): RecordCodec => {
  if (!sealed) return openCodec()
  if (key === undefined || keyring === undefined) throw new AppError('syncKeyMissing')
  return sealedCodec({ bookId, key, keyId: keyring.keyId })
}

/** @throws AppError `syncOff`, `syncKeyMissing`, `syncPasswordMissing` */
export const openLink = (
  config: SyncConfig,
  secrets: SyncSecrets,
  tools: PlaceTools,
  attachments: Attachments,
): Link => {
  const { place, head } = config
  if (place.kind === 'couchdb' && place.user !== undefined && secrets.password === undefined)
    throw new AppError('syncPasswordMissing')
  const target = targetAt(place, secrets.password, tools)
  if (target === undefined) throw new AppError('syncOff')
  const replica = target.open(head, codecFor(head, secrets.key))
  return { replica, blobs: carryBlobs(replica.blobs, attachments) }
}

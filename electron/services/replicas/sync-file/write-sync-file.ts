import { randomBytes } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

import type { TargetHead } from '../../../../shared/sync/index.ts'
import type { Attachments } from '../../attachments/attachments.ts'
import type { Disk } from '../../disk/disk.ts'
import { onDisk } from '../../disk/errors.ts'
import { encodeLine } from '../../lines/line.ts'
import type { Entries } from '../../snapshot/source.ts'
import { writeBeside } from '../folder/safe-folder.ts'
import { type FrameKind, GATHER_BYTES, MAGIC, printFrameHead, type SyncFileHeader } from './format.ts'
import { frameSeal } from './frame-seal.ts'

const compress = promisify(gzip)
const NEWLINE = Buffer.from('\n')

type SyncFileParts = {
  disk: Disk
  /** Where the file is to be; its name ends in `SYNC_FILE_ENDING`. What stands there is replaced. */
  path: string
  head: TargetHead
  /** The book's key; needed where the head says that the book is sealed. */
  key: Uint8Array | undefined
  /** Every record once: `journal.readAll`. */
  entries: Entries
  attachments: Pick<Attachments, 'list' | 'read'>
}

/**
 * Writes a whole book into one file, piece by piece: memory holds one piece of it, or one attachment.
 * @returns how much is in it; `bytes` is the size of the file
 * @throws AppError `syncKeyMissing`, `diskFull`, `readOnly` …; then there is no file
 */
export const writeSyncFile = async (parts: SyncFileParts) => {
  const { disk, path, head, key, entries, attachments } = parts
  const header: SyncFileHeader = { head, file: randomBytes(8).toString('hex') }
  const seal = frameSeal(header, key)
  const written = { records: 0, attachments: 0, bytes: 0 }

  const writeAll = async (append: (bytes: Uint8Array) => Promise<void>): Promise<void> => {
    let index = 0
    const add = async (bytes: Uint8Array): Promise<void> => {
      await append(bytes)
      written.bytes += bytes.length
    }
    const frame = async (kind: FrameKind, count: number, bytes: Uint8Array): Promise<void> => {
      const held = seal.seal({ kind, index, count }, bytes)
      await add(Buffer.concat([printFrameHead({ kind, index, count, length: held.length }), held]))
      index += 1
    }

    let gathered: Buffer[] = []
    let size = 0
    const flush = async (): Promise<void> => {
      const count = gathered.length
      if (count === 0) return
      const text = Buffer.concat(gathered.flatMap((json) => [json, NEWLINE]))
      gathered = []
      size = 0
      await frame('R', count, await compress(text))
      written.records += count
    }

    await add(MAGIC)
    await add(Buffer.from(encodeLine(JSON.stringify(header))))
    for await (const batch of entries)
      for (const { json } of batch) {
        gathered.push(json)
        size += json.length + 1
        if (size >= GATHER_BYTES) await flush()
      }
    await flush()
    for (const sha256 of await attachments.list()) {
      const bytes = await attachments.read(sha256)
      if (bytes === undefined) continue
      await frame('B', 1, Buffer.concat([Buffer.from(sha256, 'hex'), bytes]))
      written.attachments += 1
    }
    await frame('E', 0, Buffer.alloc(0))
  }

  await onDisk(path, 'writing', () =>
    writeBeside(disk, dirname(path), basename(path), () => randomBytes(4).toString('hex'), writeAll),
  )
  return written
}

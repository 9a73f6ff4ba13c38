import type { Aside, RecordState } from '../../../../shared/change/index.ts'
import type { TargetHead } from '../../../../shared/sync/index.ts'
import type { Disk } from '../../disk/disk.ts'
import { createQueue } from '../../queue.ts'
import type { RecordCodec } from '../codec.ts'
import type { Blobs, SharedReplica } from '../target.ts'
import { folderBlobs } from './blobs.ts'
import { placeError } from './errors.ts'
import { forgetErased } from './forget.ts'
import { checkLife, lifeAt } from './life.ts'
import { createPuller } from './pull.ts'
import { recordLine } from './record-line.ts'
import { type Draw, makeFolders } from './safe-folder.ts'
import { tidy } from './tidy.ts'
import { createWriter } from './writer.ts'

const MEGABYTE = 1024 * 1024

export type FolderReplicaOptions = {
  disk: Disk
  /** The folder that was chosen. */
  path: string
  head: TargetHead
  codec: RecordCodec
  deviceId: string
  draw: Draw
  /**
   * Whether a reader that once came to the end is spared the lines that were pushed through this very replica: for
   * the one reader that pushes here, who has them.
   */
  skipOwn: boolean
  segmentBytes?: number | undefined
  /** Told about trouble that nobody waits for. */
  onProblem: (error: unknown) => void
}

/** The book in a shared folder. Everyone reads everything, and each device writes into its own folder only. */
export const createFolderReplica = (options: FolderReplicaOptions): SharedReplica => {
  const { disk, path, head, codec, deviceId: device, draw, skipOwn } = options
  const { book, devices } = lifeAt(path, head)
  const queue = createQueue()
  const damaged = new Set<string>()
  const ownFolder = () => makeFolders(disk, book, [head.epoch, 'devices', device])

  /** One thing after the other, each on the life of the book that it is meant for. */
  const run = <T>(doing: 'reading' | 'writing', job: () => Promise<T>): Promise<T> =>
    queue(async () => {
      try {
        await checkLife(disk, path, head, draw, doing === 'writing')
        return await job()
      } catch (error) {
        throw placeError(error, path, doing)
      }
    })

  const tidyUp = (): Promise<void> =>
    run('writing', async () => {
      await tidy({ disk, codec, folder: await ownFolder(), device, draw, writer, damaged })
      puller.startOver()
    }).catch(options.onProblem)

  const writer = createWriter({
    disk,
    folder: ownFolder,
    draw,
    segmentBytes: options.segmentBytes ?? 4 * MEGABYTE,
    onNewFile: () => void tidyUp(),
  })
  const puller = createPuller({
    disk,
    codec,
    epoch: head.epoch,
    devices,
    mine: (of) => (skipOwn && of === device ? writer.written : new Set()),
  })
  const blobs = folderBlobs({ disk, codec, book, epoch: head.epoch, draw })

  const push = async (records: readonly RecordState[]): Promise<{ aside?: Aside[] }> => {
    const lines: string[] = []
    const aside: Aside[] = []
    for (const record of records) {
      const line = recordLine(codec, record)
      if (line === undefined) aside.push({ key: `${record.table}/${record.id}`, reason: 'tooLarge' })
      else lines.push(line)
    }
    if (lines.length > 0) await writer.append(Buffer.from(lines.join('')))
    return { ...(aside.length > 0 && { aside }) }
  }

  return {
    identity: () => ({ bookId: head.bookId, target: `folder-${head.epoch}` }),
    capabilities: { durable: true, shared: true },
    push: (records) => run('writing', () => push(records)),
    pull: (after, limit) => run('reading', () => puller.pull(after, limit)),
    forget: () =>
      run('writing', async () => {
        await forgetErased({ disk, codec, devices, folder: await ownFolder(), device, draw, writer })
        puller.startOver()
      }),
    blobs: {
      has: (sha256) => run('reading', () => blobs.has(sha256)),
      put: (sha256, bytes) => run('writing', () => blobs.put(sha256, bytes)),
      get: (sha256) => run('reading', () => blobs.get(sha256)),
      remove: (sha256) => run('writing', () => blobs.remove(sha256)),
    } satisfies Blobs,
  }
}

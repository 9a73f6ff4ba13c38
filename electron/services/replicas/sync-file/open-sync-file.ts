import type { Aside, Cursor, Page, RecordState } from '../../../../shared/change/index.ts'
import type { TargetHead } from '../../../../shared/sync/index.ts'
import type { Attachments } from '../../attachments/attachments.ts'
import type { Disk, DiskFile } from '../../disk/disk.ts'
import { onDisk } from '../../disk/errors.ts'
import { type Frame, findFrames } from './find-frames.ts'
import { MAX_HEADER } from './format.ts'
import { frameSeal } from './frame-seal.ts'
import { type FrameRecords, findGaps, readAttachment, readRecords } from './read-frame.ts'
import { readHeader } from './read-header.ts'

/** A sync file that was handed over. Nothing in it is trusted. */
export type SyncFile = {
  head: TargetHead
  /** As the file says; damaged ones are found when they are read. */
  records: number
  attachments: number
  /** Bytes. */
  size: number
  /**
   * A page of records, `limit` at most, as a `Replica` gives it; a cursor of another file starts over.
   * @throws AppError `syncKeyMissing` when the file is sealed and this is not its key
   */
  pull: (key: Uint8Array | undefined, after: Cursor | null, limit: number) => Promise<Page>
  /**
   * Puts the attachments into the data folder.
   * @returns what is damaged
   * @throws AppError `syncKeyMissing`, `diskFull` …
   */
  takeAttachments: (key: Uint8Array | undefined, into: Pick<Attachments, 'put'>) => Promise<Aside[]>
}

const CURSOR = /^([0-9a-f]{16})\.(\d{1,9})\.(\d{1,9})$/

/**
 * Opens a sync file.
 * @throws AppError `syncFileOther` for a file of another kind, `syncFileDamaged`, `newerFormat`, `noAccess` …
 */
export const openSyncFile = async (disk: Disk, path: string): Promise<SyncFile> => {
  const using = <T>(job: (file: DiskFile) => Promise<T>): Promise<T> =>
    onDisk(path, 'reading', async () => {
      const file = await disk.open(path, 'r')
      try {
        return await job(file)
      } finally {
        await file.close()
      }
    })

  const { header, frames, size } = await using(async (file) => {
    const { size } = await file.stat()
    const start = Buffer.alloc(Math.min(MAX_HEADER, size))
    const { bytesRead } = await file.read(start, 0, start.length, 0)
    const { header, end } = readHeader(start.subarray(0, bytesRead))
    return { header, frames: await findFrames(file, end, size), size }
  })
  const recordFrames = frames.filter(({ kind }) => kind === 'R')
  const sum = (kind: Frame['kind']) =>
    frames.reduce((total, frame) => total + (frame.kind === kind ? frame.count : 0), 0)

  /** The frame that was read last: a page often ends in the middle of one. */
  let last: { frame: Frame; read: FrameRecords } | undefined

  const pull = async (key: Uint8Array | undefined, after: Cursor | null, limit: number): Promise<Page> => {
    const seal = frameSeal(header, key)
    const [, of, frameText, recordText] = (after === null ? undefined : CURSOR.exec(after)) ?? []
    let [frameAt, recordAt] = of === header.file ? [Number(frameText), Number(recordText)] : [0, 0]
    const records: RecordState[] = []
    const aside: Aside[] = []
    const readPage = async (file: DiskFile): Promise<void> => {
      for (let frame = recordFrames[frameAt]; frame !== undefined; frame = recordFrames[frameAt]) {
        const read = last?.frame === frame ? last.read : await readRecords(file, seal, frame)
        last = { frame, read }
        const taken = read.records.slice(recordAt, recordAt + limit - records.length)
        records.push(...taken)
        recordAt += taken.length
        if (recordAt < read.records.length) return
        aside.push(...read.aside)
        frameAt += 1
        recordAt = 0
        if (records.length + aside.length >= limit) return
      }
    }
    const more = await using(async (file) => {
      await readPage(file)
      if (frameAt < recordFrames.length) return true
      aside.push(...(await findGaps(file, seal, frames)))
      return false
    })
    return { records, cursor: `${header.file}.${frameAt}.${recordAt}`, more, ...(aside.length > 0 && { aside }) }
  }

  const takeAttachments = async (key: Uint8Array | undefined, into: Pick<Attachments, 'put'>): Promise<Aside[]> => {
    const seal = frameSeal(header, key)
    const aside: Aside[] = []
    await using(async (file) => {
      for (const frame of frames) {
        if (frame.kind !== 'B') continue
        const read = await readAttachment(file, seal, frame)
        if (read instanceof Uint8Array) await into.put(read)
        else aside.push(read)
      }
    })
    return aside
  }

  return { head: header.head, records: sum('R'), attachments: sum('B'), size, pull, takeAttachments }
}

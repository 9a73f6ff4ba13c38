import { AppError } from '../../../shared/app-error.ts'
import type { FolderPaths } from '../book-folder/folder-paths.ts'
import type { Disk } from '../disk/disk.ts'
import { diskError } from '../disk/errors.ts'
import { createQueue } from '../queue.ts'
import { fingerprint, type Place, PRINT_BYTES } from './cursor.ts'
import type { DataFile } from './data-file.ts'
import { createSegment, type OpenSegment, openSegment } from './segment.ts'

type Waiting = { bytes: Buffer; done: (place: Place) => void; failed: (error: unknown) => void }

export type Appender = {
  /** Resolves with the place behind the lines when they are durable. @throws AppError `diskFull`, `readOnly` … */
  append: (lines: Buffer) => Promise<Place>
  /** Ends the present segment and starts the next. @returns the one that ended, if there was one */
  roll: () => Promise<DataFile | undefined>
  close: () => Promise<void>
}

export type AppenderOptions = {
  disk: Disk
  paths: FolderPaths
  /** The journal's files; the last segment is the one that grows, new ones are added. */
  files: DataFile[]
  firstLine: string
  /** A segment this large, in bytes, is followed by the next. */
  segmentBytes: number
  /** Called when something was appended. */
  onAppended: () => void
}

/** Appends to the journal. What comes while the disk is busy waits together and shares the next sync (group commit). */
export const createAppender = (options: AppenderOptions): Appender => {
  const { disk, paths, files, firstLine } = options
  const queue = createQueue()
  let waiting: Waiting[] = []
  let open: { segment: DataFile; file: OpenSegment } | undefined
  let closed = false

  const closeOpen = async () => {
    const { file } = open ?? {}
    open = undefined
    await file?.close()
  }

  const next = async (): Promise<DataFile> => {
    await closeOpen()
    const number = (files.at(-1)?.number ?? 0) + 1
    const segment = await createSegment(disk, paths, number, firstLine)
    files.push(segment)
    return segment
  }

  const current = async () => {
    const last = files.at(-1)
    const full = last === undefined || last.kind === 's' || last.size >= options.segmentBytes
    const segment = full ? await next() : last
    if (open?.segment !== segment) {
      await closeOpen()
      open = { segment, file: await openSegment(disk, paths, segment) }
    }
    return open
  }

  const flush = async (): Promise<void> => {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    try {
      const bytes = Buffer.concat(group.map((item) => item.bytes))
      const { segment, file } = await current()
      await file.append(bytes)
      const print = fingerprint(bytes.subarray(-PRINT_BYTES))
      for (const { done } of group) done({ kind: 'j', number: segment.number, offset: segment.size, print })
    } catch (error) {
      // The handle may be of a file that is gone: the next push opens the file again by its name.
      await closeOpen().catch(() => undefined)
      for (const { failed } of group) failed(diskError(error, paths.root, 'writing'))
      return
    }
    options.onAppended()
  }

  return {
    append: (lines) =>
      new Promise<Place>((done, failed) => {
        if (closed) return failed(new AppError('cancelled'))
        waiting.push({ bytes: lines, done, failed })
        if (waiting.length === 1) void queue(flush)
      }),
    roll: () =>
      queue(async () => {
        const ended = files.findLast(({ kind }) => kind === 'j')
        await next()
        return ended
      }),
    close: () => {
      closed = true
      return queue(async () => {
        await flush()
        await closeOpen()
      })
    },
  }
}

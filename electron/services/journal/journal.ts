import { AppError } from '../../../shared/app-error.ts'
import type { Replica } from '../../../shared/change/index.ts'
import type { FolderPaths } from '../book-folder/folder-paths.ts'
import type { Disk } from '../disk/disk.ts'
import { onDisk } from '../disk/errors.ts'
import { encodeLine, encodePieces } from '../lines/line.ts'
import type { LineCodec } from '../lines/line-codec.ts'
import { recordText } from '../lines/record-line.ts'
import { createQueue } from '../queue.ts'
import type { Entries } from '../snapshot/source.ts'
import { type Appender, createAppender } from './appender.ts'
import { compactFiles, deleteCovered } from './compact.ts'
import { printCursor } from './cursor.ts'
import type { DataFile } from './data-file.ts'
import { type Header, headerOf } from './header.ts'
import { mergedEntries } from './merged-entries.ts'
import { endCursor, type PullFrom, pullPage } from './pull.ts'

/** The copy of the book in files. */
export type Journal = Replica & {
  /** Hands `use` every record once, merged, by table and id, as they are now. One such reading at a time. */
  readAll: <T>(signal: AbortSignal, use: (entries: Entries) => Promise<T>) => Promise<T>
  /**
   * Writes everything up to now as one snapshot and deletes the files it replaces. Pushing goes on meanwhile.
   * @param certain whether to fail when one of those files can't be deleted
   * @throws AppError `journalDamaged` when a file was damaged since it was opened; the files stay
   */
  compact: (certain?: boolean) => Promise<void>
  /** Stops a compaction, writes what was pushed, lets the files go. */
  close: () => Promise<void>
}

export type JournalOptions = {
  disk: Disk
  paths: FolderPaths
  bookId: string
  epoch: string
  /** Snapshots, then segments, each by number. */
  files: DataFile[]
  newestSnapshot: Header | undefined
  /** How lines are written, and which can be read. */
  codec: LineCodec
  /** Whether the last segment may be added to: all of it is as `codec` writes. */
  goesOn: boolean
  writable: boolean
  /** Whether the files have damage that was told and is kept in quarantine: a compaction may leave it out. */
  damageKept: boolean
  /** A segment this large is followed by the next. */
  segmentBytes?: number
  /** Below this many bytes the journal is not compacted; above, when it has outgrown its snapshot. */
  compactBytes?: number
  /** Told about trouble that nobody waits for. */
  onProblem: (error: unknown) => void
}

const MEGABYTE = 1024 * 1024
/** A record's line is read in one piece, so it has a limit. */
const MAX_RECORD = 32 * MEGABYTE

const total = (files: readonly DataFile[], kind: DataFile['kind']): number =>
  files.reduce((sum, file) => sum + (file.kind === kind ? file.size : 0), 0)

/** Opens the journal on files that were inspected and repaired. */
export const createJournal = async (options: JournalOptions): Promise<Journal> => {
  const { disk, paths, bookId, epoch, files, writable, codec } = options
  const { segmentBytes = 16 * MEGABYTE, compactBytes = 8 * MEGABYTE } = options
  const { covers, end } = options.newestSnapshot ?? {}
  let covered = covers === undefined || end === undefined ? undefined : { number: covers, end }
  const reading = createQueue()
  const heavy = createQueue()
  const closing = new AbortController()
  let busy = false
  let notBefore = 0
  let { damageKept } = options

  const compact = (certain = false): Promise<void> =>
    heavy(async () => {
      closing.signal.throwIfAborted()
      const ended = await appender.roll()
      if (ended === undefined) return
      const all = files.slice(0, files.indexOf(ended) + 1)
      const header = headerOf(codec, { bookId, epoch, covers: ended.number, end: ended.size })
      // Damage that nobody has seen yet must not go with the files: the next start finds it, keeps it and tells of it.
      const onDamage = () => {
        if (!damageKept) throw new AppError('journalDamaged')
      }
      const snapshot = await compactFiles(disk, paths, all, header, codec, closing.signal, onDamage)
      damageKept = false
      // No page is being read while the files change places.
      await reading(async () => {
        files.splice(0, all.length, snapshot)
        covered = { number: header.covers, end: header.end }
      })
      const [failure] = await deleteCovered(disk, paths, all)
      if (certain && failure !== undefined) throw failure
    })

  const compactWhenLarge = async (): Promise<void> => {
    const size = total(files, 'j')
    if (busy || closing.signal.aborted || size < notBefore) return
    if (size <= Math.max(compactBytes, total(files, 's'))) return
    busy = true
    try {
      await compact()
      notBefore = 0
    } catch (error) {
      // Most likely the disk is full: not again at every push.
      notBefore = total(files, 'j') + compactBytes
      if (!closing.signal.aborted) options.onProblem(error)
    } finally {
      busy = false
    }
  }

  // Damage would be found again at every start, so the files are written anew without it: but only when the window has
  // begun to send all it has, or a crash would lose the reason to send it.
  let hasDamage = options.damageKept
  const afterAppend = (): void => {
    if (!hasDamage) return void compactWhenLarge()
    hasDamage = false
    compact().catch((error: unknown) => {
      hasDamage = true
      if (!closing.signal.aborted) options.onProblem(error)
    })
  }

  const appender: Appender = createAppender({
    disk,
    paths,
    files,
    firstLine: encodeLine(JSON.stringify(headerOf(codec, { bookId, epoch }))),
    segmentBytes,
    onAppended: afterAppend,
  })
  if (writable && !(options.goesOn && files.at(-1)?.kind === 'j')) await appender.roll()

  const read = <T>(job: (from: PullFrom) => Promise<T>): Promise<T> =>
    reading(() =>
      onDisk(paths.root, 'reading', () =>
        job({ disk, paths, epoch, files: files.map((file) => ({ ...file })), codec, covered }),
      ),
    )

  return {
    identity: () => ({ bookId, target: 'journal' }),
    capabilities: { durable: true, shared: false },
    push: async (records) => {
      if (!writable) throw new AppError('readOnly', { path: paths.root })
      if (records.length === 0) return { cursor: await read(endCursor) }
      const texts = records.map((record) => Buffer.from(recordText(record)))
      if (texts.some((text) => text.length > MAX_RECORD)) throw new AppError('invalidInput')
      const lines = Buffer.concat(texts.flatMap((text) => encodePieces(codec.encode(text))))
      return { cursor: printCursor(epoch, await appender.append(lines)) }
    },
    pull: (after, limit) => read((from) => pullPage(from, after, limit)),
    readAll: (signal, use) =>
      heavy(() => {
        const stop = AbortSignal.any([signal, closing.signal])
        return use(
          mergedEntries(
            disk,
            paths,
            files.map((file) => ({ ...file })),
            codec,
            stop,
          ),
        )
      }),
    compact,
    close: async () => {
      closing.abort(new AppError('cancelled'))
      await appender.close()
      await heavy(async () => undefined)
      await reading(async () => undefined)
    },
  }
}

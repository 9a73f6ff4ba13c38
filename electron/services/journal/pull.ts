import type { Aside, Cursor, Page, RecordState } from '../../../shared/change/index.ts'
import type { FolderPaths } from '../book-folder/folder-paths.ts'
import type { Disk } from '../disk/disk.ts'
import { dataOf } from '../lines/data-of.ts'
import type { LineCodec } from '../lines/line-codec.ts'
import { readLines } from '../lines/read-lines.ts'
import { parseRecord } from '../lines/record-line.ts'
import { fingerprint, type Place, PRINT_BYTES, parseCursor, printCursor } from './cursor.ts'
import { type DataFile, dataPath } from './data-file.ts'

/** A page is cut at this many bytes of lines, so that it crosses to the window in one go. */
const PAGE_BYTES = 8 * 1024 * 1024

export type PullFrom = {
  disk: Disk
  paths: FolderPaths
  epoch: string
  files: readonly DataFile[]
  codec: LineCodec
  /** The end of the journal that the newest snapshot holds: who was there has seen all of the snapshot. */
  covered: { number: number; end: number } | undefined
}

const printAt = async ({ disk, paths }: PullFrom, file: DataFile, offset: number): Promise<string> => {
  const length = Math.min(PRINT_BYTES, offset)
  if (length === 0) return fingerprint(Buffer.alloc(0))
  const handle = await disk.open(dataPath(paths, file), 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset - length)
    return fingerprint(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}

const START = { index: 0, offset: 0 }

/** Where reading goes on after a cursor: at the start for one that is not known, or not known any more. */
const locate = async (from: PullFrom, place: Place | undefined): Promise<{ index: number; offset: number }> => {
  if (place === undefined) return START
  const index = from.files.findIndex(({ kind, number }) => kind === place.kind && number === place.number)
  const file = from.files[index]
  if (file !== undefined) {
    const known = place.offset <= file.size && (await printAt(from, file, place.offset)) === place.print
    return known ? { index, offset: place.offset } : START
  }
  const sawAll = place.kind === 'j' && place.number === from.covered?.number && place.offset === from.covered.end
  const firstSegment = from.files.findIndex(({ kind }) => kind === 'j')
  return sawAll && firstSegment >= 0 ? { index: firstSegment, offset: 0 } : START
}

/** Reads a page of records, `limit` at most (a damaged line that held several may add to that); damage is named. */
export const pullPage = async (from: PullFrom, after: Cursor | null, limit: number): Promise<Page> => {
  const { disk, paths, epoch, files, codec } = from
  const start = await locate(from, after === null ? undefined : parseCursor(epoch, after))
  const records: RecordState[] = []
  const aside: Aside[] = []
  let bytes = 0
  let { index, offset } = start
  const isFull = () => records.length >= limit || bytes >= PAGE_BYTES
  for (let file = files[index]; file !== undefined; file = files[index]) {
    for await (const lines of readLines(disk, dataPath(paths, file), offset, file.size)) {
      for (const line of lines) {
        const onDamage = () => aside.push({ key: `${file.kind}${file.number}:${line.offset}`, reason: 'damaged' })
        for (const json of dataOf(line, codec, onDamage)) {
          const record = parseRecord(json)
          if (record !== undefined) records.push(record)
        }
        bytes += line.bytes.length
        offset = line.next
        if (isFull()) break
      }
      if (isFull()) break
    }
    if (isFull() || index === files.length - 1) break
    index += 1
    offset = 0
  }
  const named = aside.length > 0 ? { aside } : {}
  const file = files[index]
  if (file === undefined) return { records, cursor: after ?? '', more: false, ...named }
  const { kind, number } = file
  const cursor = printCursor(epoch, { kind, number, offset, print: await printAt(from, file, offset) })
  return { records, cursor, more: index < files.length - 1 || offset < file.size, ...named }
}

/** The cursor behind everything that is there now. */
export const endCursor = async (from: PullFrom): Promise<Cursor> => {
  const last = from.files.at(-1)
  if (last === undefined) return ''
  const { kind, number, size } = last
  return printCursor(from.epoch, { kind, number, offset: size, print: await printAt(from, last, size) })
}

import type { Aside, RecordState } from '../../../../shared/change/index.ts'
import type { Disk } from '../../disk/disk.ts'
import { checksum, decodeLine, rescueLines } from '../../lines/line.ts'
import { type Line, readLines } from '../../lines/read-lines.ts'
import type { RecordCodec } from '../codec.ts'
import { isCovers, printAt } from './covers.ts'
import type { RecordsFile } from './listing.ts'
import { readRecord } from './record-line.ts'
import type { Flaw, Position } from './vector.ts'

/** A page is cut at this many bytes of lines, so that it crosses to the window in one go. */
const PAGE_BYTES = 8 * 1024 * 1024

const NEWLINE = Buffer.from('\n')

/** A page while it fills. */
export type Filling = { records: RecordState[]; aside: Aside[]; bytes: number; limit: number }

export const isFull = ({ records, aside, bytes, limit }: Filling): boolean =>
  records.length + aside.length >= limit || bytes >= PAGE_BYTES

/**
 * Whether a line may still be on its way: nothing ends it, or it has a hole, which a copying tool fills later. No line
 * of ours holds a zero byte.
 */
const isOnItsWay = ({ bytes, terminated }: Line): boolean => !terminated || bytes.includes(0)

/** Takes what a line holds. @returns whether something could not be read */
const take = (codec: RecordCodec, { device, name }: RecordsFile, line: Line, page: Filling): boolean => {
  const whole = line.terminated ? decodeLine(line.bytes) : undefined
  let reason: Aside['reason'] | undefined = whole === undefined ? 'damaged' : undefined
  for (const json of whole === undefined ? rescueLines(line.bytes) : [whole]) {
    if (isCovers(json)) continue
    const read = readRecord(codec, json)
    if (typeof read === 'string') reason ??= read
    else page.records.push(read)
  }
  if (reason !== undefined) page.aside.push({ key: `${device}/${name}:${line.offset}`, reason })
  return reason !== undefined
}

// With the newline that ends it: it may be the very byte that is wrong.
const flawOf = ({ bytes, offset, next }: Line): Flaw => {
  const read = next - offset > bytes.length ? Buffer.concat([bytes, NEWLINE]) : bytes
  return { from: offset, to: next, sum: checksum(read) }
}

/**
 * Reads on in a file until the page is full.
 * @param patient whether a line that is not whole may still come to be: then it is waited for, and never passed
 * @returns where reading stopped
 */
export const readOn = async (
  disk: Disk,
  codec: RecordCodec,
  file: RecordsFile,
  from: Exclude<Position, 'all'>,
  patient: boolean,
  page: Filling,
): Promise<Position> => {
  let { offset } = from
  let flaw: Flaw | undefined = from.flaw
  const read = async () => {
    for await (const lines of readLines(disk, file.path, offset, file.size))
      for (const line of lines) {
        if (patient && isOnItsWay(line)) return
        // The first is remembered, or the one that ends the file unfinished: it must not be gone on from amid the line.
        if (take(codec, file, line, page) && (flaw === undefined || !line.terminated)) flaw = flawOf(line)
        page.bytes += line.bytes.length
        offset = line.next
        if (isFull(page)) return
      }
  }
  await read()
  if (offset === from.offset) return from
  return { offset, print: await printAt(disk, file.path, offset), ...(flaw && { flaw }) }
}

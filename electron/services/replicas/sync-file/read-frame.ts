import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

import type { Aside, RecordState } from '../../../../shared/change/index.ts'
import { MAX_ATTACHMENT } from '../../../../shared/desktop-api.ts'
import { hashOf } from '../../attachments/attachments.ts'
import type { DiskFile } from '../../disk/disk.ts'
import { systemCode } from '../../disk/errors.ts'
import { SealBroken } from '../../keys/aead.ts'
import { UnreadableRecord } from '../codec.ts'
import { readState } from '../read-state.ts'
import type { Frame } from './find-frames.ts'
import { MAX_RECORDS_BYTES } from './format.ts'
import type { FrameSeal } from './frame-seal.ts'

const inflate = promisify(gunzip)

/** What is read of one frame of records. */
export type FrameRecords = { records: RecordState[]; aside: Aside[] }

const nameOf = ({ index }: Frame): string => `part ${index}`

const damaged = (key: string): Aside => ({ key, reason: 'damaged' })

const isDamage = (error: unknown): boolean =>
  error instanceof SealBroken || systemCode(error).startsWith('Z_') || systemCode(error) === 'ERR_BUFFER_TOO_LARGE'

const open = async (file: DiskFile, seal: FrameSeal, frame: Frame): Promise<Uint8Array> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(frame.length), 0, frame.length, frame.at)
  return seal.open(frame, buffer.subarray(0, bytesRead))
}

/** What `read` makes of a frame; undefined for one that is not as it was written. */
const unlessDamaged = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await read()
  } catch (error) {
    if (isDamage(error)) return undefined
    throw error
  }
}

const readLine = (line: string): RecordState | Aside['reason'] => {
  try {
    return readState(JSON.parse(line))
  } catch (error) {
    if (error instanceof UnreadableRecord) return error.reason
    if (error instanceof SyntaxError || error instanceof RangeError) return 'odd'
    throw error
  }
}

const NEWLINE = 10
/** So many lines of one frame that are no records are nobody's damage: what follows them is not looked at. */
const MOST_ODD = 1_000

/** The records of a frame; what is damaged is named. */
export const readRecords = async (file: DiskFile, seal: FrameSeal, frame: Frame): Promise<FrameRecords> => {
  const text = await unlessDamaged(async () =>
    inflate(await open(file, seal, frame), { maxOutputLength: MAX_RECORDS_BYTES }),
  )
  if (text === undefined) return { records: [], aside: [damaged(nameOf(frame))] }
  const read: FrameRecords = { records: [], aside: [] }
  for (let [start, place] = [0, 1]; read.aside.length < MOST_ODD; place += 1) {
    const end = text.indexOf(NEWLINE, start)
    if (end < 0) return read
    const state = readLine(text.toString('utf8', start, end))
    if (typeof state === 'string') read.aside.push({ key: `${nameOf(frame)}:${place}`, reason: state })
    else read.records.push(state)
    start = end + 1
  }
  return { ...read, aside: [...read.aside, damaged(nameOf(frame))] }
}

/** The attachment of a frame, checked against its hash, or the name of what is damaged. */
export const readAttachment = async (file: DiskFile, seal: FrameSeal, frame: Frame): Promise<Uint8Array | Aside> => {
  const held = await unlessDamaged(() => open(file, seal, frame))
  if (held === undefined) return damaged(nameOf(frame))
  const [sha256, bytes] = [Buffer.from(held.subarray(0, 32)).toString('hex'), held.subarray(32)]
  if (bytes.length > MAX_ATTACHMENT) return { key: nameOf(frame), reason: 'tooLarge' }
  return hashOf(bytes) === sha256 ? bytes : damaged(nameOf(frame))
}

/** What is missing between the frames and at the end, where a sealed file can't be cut off unnoticed. */
export const findGaps = async (file: DiskFile, seal: FrameSeal, frames: readonly Frame[]): Promise<Aside[]> => {
  const gaps: Aside[] = []
  let next = 0
  for (const { index } of frames) {
    if (index > next) gaps.push(damaged(index - next === 1 ? `part ${next}` : `parts ${next}–${index - 1}`))
    next = Math.max(next, index + 1)
  }
  const last = frames.at(-1)
  const isEnd = last?.kind === 'E' && (await unlessDamaged(() => open(file, seal, last))) !== undefined
  if (!isEnd) gaps.push(damaged('end'))
  return gaps
}

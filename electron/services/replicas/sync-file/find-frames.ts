import { AppError } from '../../../../shared/app-error.ts'
import type { DiskFile } from '../../disk/disk.ts'
import { FRAME_HEAD, FRAME_MARK, type FrameHead, parseFrameHead } from './format.ts'

/** A frame and where what it holds begins in the file. */
export type Frame = FrameHead & { at: number }

const SCAN_BYTES = 256 * 1024
/** Far more than any book has. */
const MAX_FRAMES = 1_000_000
/** Nobody's bad luck breaks more of them. */
const MAX_BROKEN = 10_000

const readAt = async (file: DiskFile, from: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
  return buffer.subarray(0, bytesRead)
}

/** The place of the next good head of a frame; the end of the file where there is none. */
const nextHead = async (file: DiskFile, from: number, size: number): Promise<number> => {
  for (let at = from; at < size; at += SCAN_BYTES) {
    // With an overlap: a head may lie across two pieces.
    const bytes = await readAt(file, at, Math.min(SCAN_BYTES + FRAME_HEAD, size - at))
    for (let mark = bytes.indexOf(FRAME_MARK); mark >= 0; mark = bytes.indexOf(FRAME_MARK, mark + 1))
      if (parseFrameHead(bytes.subarray(mark))) return at + mark
  }
  return size
}

/**
 * Finds the frames of a file by their heads, without reading what they hold. Where a head is damaged the search goes
 * on to the next good one.
 * @throws AppError `syncFileDamaged` for more frames, or more broken ones, than there can be
 */
export const findFrames = async (file: DiskFile, from: number, size: number): Promise<Frame[]> => {
  const frames: Frame[] = []
  let broken = 0
  for (let at = from; at < size; ) {
    const head = parseFrameHead(await readAt(file, at, FRAME_HEAD))
    const start = at + FRAME_HEAD
    if (head !== undefined && start + head.length <= size) {
      frames.push({ ...head, at: start })
      at = start + head.length
    } else {
      broken += 1
      at = await nextHead(file, at + 1, size)
    }
    if (frames.length > MAX_FRAMES || broken > MAX_BROKEN) throw new AppError('syncFileDamaged')
  }
  return frames
}

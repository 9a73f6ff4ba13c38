/** One file in a zip, by the archive's directory. */
export type ZipEntry = {
  name: string
  /** Bytes that it claims to unpack to. */
  unpacked: number
}

const END = 0x06054b50
const END64 = 0x06064b50
const LOCATOR64 = 0x07064b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46
const MAX_COMMENT = 0xffff
const MAX_ENTRIES = 20_000
const IN_EXTRA = 0xffff_ffff
const EXTRA64 = 1

const nameOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** A 64-bit number; past what a number holds it is too large anyway. */
const readLong = (view: DataView, at: number): number => Number(view.getBigUint64(at, true))

const findEnd = (view: DataView): number => {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at
  return -1
}

/** The numbers of 64 bits in the extra field of an entry. */
const longNumbers = (view: DataView, from: number, length: number): number[] => {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === EXTRA64) {
      const count = Math.floor(view.getUint16(at + 2, true) / 8)
      return Array.from({ length: count }, (_, index) => readLong(view, at + 4 + index * 8))
    }
  return []
}

const readDirectory = (bytes: Uint8Array, view: DataView): ZipEntry[] | undefined => {
  const end = findEnd(view)
  if (end === -1) return undefined
  let count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (end >= 20 && view.getUint32(end - 20, true) === LOCATOR64) {
    const end64 = readLong(view, end - 12)
    if (view.getUint32(end64, true) !== END64) return undefined
    count = readLong(view, end64 + 32)
    at = readLong(view, end64 + 48)
  }
  if (count > MAX_ENTRIES) return undefined
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== ENTRY) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const name = nameOf(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength))
    // What does not fit in 32 bits stands in the extra field, the unpacked size first.
    const short = view.getUint32(at + 24, true)
    const [long = short] = short === IN_EXTRA ? longNumbers(view, at + ENTRY_LENGTH + nameLength, extraLength) : []
    entries.push({ name, unpacked: long })
    at += ENTRY_LENGTH + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

/**
 * What a zip holds, after PKWARE's APPNOTE 6.3.10 (sections 4.3.12 to 4.3.16), undefined where it has no whole
 * directory. Nothing is unpacked.
 */
export const listZip = (bytes: Uint8Array): ZipEntry[] | undefined => {
  if (bytes.length < END_LENGTH) return undefined
  try {
    return readDirectory(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch {
    // A place past the end of the file.
    return undefined
  }
}

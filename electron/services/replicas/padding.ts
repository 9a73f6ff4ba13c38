/** Ends what was padded (ISO/IEC 7816-4): this byte, then zeros. */
const MARK = 0x80

/** The smallest step between two lengths is 2 to this, in bytes. */
const BUCKET_BITS = 6

/**
 * The length that `length` is padded to: a multiple of 64 bytes, and for long ones of a step that grows with them as
 * Padmé's does (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", 2019): a length tells O(log log)
 * bits, at a cost of at most 63 bytes or 12 %.
 */
const paddedLength = (length: number): number => {
  const exponent = Math.floor(Math.log2(length))
  const step = 2 ** Math.max(BUCKET_BITS, exponent - Math.floor(Math.log2(Math.max(exponent, 1))) - 1)
  return Math.ceil(length / step) * step
}

/** The bytes, marked at their end and filled up with zeros, so that their length says little. */
export const pad = (bytes: Uint8Array): Buffer => {
  const padded = Buffer.alloc(paddedLength(bytes.length + 1))
  padded.set(bytes)
  padded[bytes.length] = MARK
  return padded
}

/** The inverse of `pad`, without copying; undefined for what it did not make. */
export const unpad = (padded: Uint8Array): Uint8Array | undefined => {
  let end = padded.length
  while (end > 0 && padded[end - 1] === 0) end -= 1
  return padded[end - 1] === MARK ? padded.subarray(0, end - 1) : undefined
}

type Growable = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** The array itself if it holds `length` elements, else a longer copy; new elements are `filler` (0 unless told). */
export const grown = <A extends Growable>(array: A, length: number, filler = 0): A => {
  if (array.length >= length) return array
  const make = array.constructor as unknown as new (length: number) => A
  const longer = new make(Math.max(length, Math.ceil(array.length * 1.5), 64))
  longer.set(array)
  if (filler !== 0) longer.fill(filler, array.length)
  return longer
}

/** A copy in the narrowest unsigned type that holds the values up to `largest`. */
export const narrowed = (array: Uint32Array, largest: number): Uint8Array | Uint16Array | Uint32Array => {
  if (largest < 2 ** 8) return Uint8Array.from(array)
  return largest < 2 ** 16 ? Uint16Array.from(array) : array.slice()
}

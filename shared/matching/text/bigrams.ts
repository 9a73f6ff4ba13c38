/** The distinct pairs of neighbouring UTF-16 units of a text, as sorted numbers. */
export const bigramsOf = (text: string): Uint32Array => {
  const found = new Set<number>()
  for (let i = 1; i < text.length; i++) found.add(text.charCodeAt(i - 1) * 0x10000 + text.charCodeAt(i))
  return Uint32Array.from(found).sort()
}

/** How many bigrams two texts share. */
export const sharedBigrams = (a: Uint32Array, b: Uint32Array): number => {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0
    const right = b[j] ?? 0
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  return shared
}

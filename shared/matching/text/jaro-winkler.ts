const LONGEST = 64
const takenB = new Uint8Array(LONGEST)
const matchedA = new Uint16Array(LONGEST)

/** Jaro's similarity of two texts, 0 to 1; only the first 64 UTF-16 units count. */
const jaro = (a: string, b: string): number => {
  const lengthA = Math.min(a.length, LONGEST)
  const lengthB = Math.min(b.length, LONGEST)
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1)
  takenB.fill(0, 0, lengthB)
  let matches = 0
  for (let i = 0; i < lengthA; i++) {
    const code = a.charCodeAt(i)
    const end = Math.min(lengthB, i + reach + 1)
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (takenB[j] === 1 || b.charCodeAt(j) !== code) continue
      takenB[j] = 1
      matchedA[matches++] = code
      break
    }
  }
  if (matches === 0) return 0
  let moved = 0
  for (let j = 0, k = 0; j < lengthB; j++) {
    if (takenB[j] === 1 && b.charCodeAt(j) !== matchedA[k++]) moved++
  }
  return (matches / lengthA + matches / lengthB + (matches - moved / 2) / matches) / 3
}

/**
 * Jaro-Winkler similarity of two texts, 0 (nothing alike) to 1 (equal); two empty texts are 0.
 * Jaro (1989), “Advances in record-linkage methodology as applied to matching the 1985 census of Tampa, Florida”;
 * Winkler (1990), “String comparator metrics and enhanced decision rules in the Fellegi-Sunter model”.
 */
export const jaroWinkler = (a: string, b: string): number => {
  if (a === b) return a === '' ? 0 : 1
  // Greedy matching may depend on the order of the two, so it is always the same.
  const plain = a < b ? jaro(a, b) : jaro(b, a)
  if (plain < 0.7) return plain
  let same = 0
  while (same < 4 && same < a.length && same < b.length && a.charCodeAt(same) === b.charCodeAt(same)) same++
  return plain + same * 0.1 * (1 - plain)
}

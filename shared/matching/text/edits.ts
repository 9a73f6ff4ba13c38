const LONGEST = 64
const WIDTH = LONGEST + 1
const grid = new Uint8Array(WIDTH * WIDTH)

/** Edits between a[from..untilA] and b[from..untilB], as long as they may still be at most `most`. */
const fill = (a: string, b: string, from: number, untilA: number, untilB: number, most: number): number => {
  const lengthA = untilA - from
  const lengthB = untilB - from
  for (let j = 0; j <= lengthB; j++) grid[j] = j
  for (let i = 1; i <= lengthA; i++) {
    const row = i * WIDTH
    const codeA = a.charCodeAt(from + i - 1)
    grid[row] = i
    let least = i
    for (let j = 1; j <= lengthB; j++) {
      const codeB = b.charCodeAt(from + j - 1)
      const diagonal = (grid[row - WIDTH + j - 1] ?? 0) + (codeA === codeB ? 0 : 1)
      let cost = Math.min((grid[row - WIDTH + j] ?? 0) + 1, (grid[row + j - 1] ?? 0) + 1, diagonal)
      if (i > 1 && j > 1 && codeA === b.charCodeAt(from + j - 2) && a.charCodeAt(from + i - 2) === codeB) {
        cost = Math.min(cost, (grid[row - 2 * WIDTH + j - 2] ?? 0) + 1)
      }
      grid[row + j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
  }
  return grid[lengthA * WIDTH + lengthB] ?? 0
}

/**
 * Edits that turn one text into the other, at most `most + 1` (which means: more). An edit inserts, deletes or replaces
 * a UTF-16 unit, or swaps two neighbours (optimal string alignment; Damerau 1964, Levenshtein 1966). Only the first 64
 * units count.
 */
export const edits = (a: string, b: string, most: number): number => {
  if (a === b) return 0
  let untilA = Math.min(a.length, LONGEST)
  let untilB = Math.min(b.length, LONGEST)
  if (Math.abs(untilA - untilB) > most) return most + 1
  let from = 0
  while (from < untilA && from < untilB && a.charCodeAt(from) === b.charCodeAt(from)) from++
  while (untilA > from && untilB > from && a.charCodeAt(untilA - 1) === b.charCodeAt(untilB - 1)) {
    untilA--
    untilB--
  }
  const middle = Math.max(untilA, untilB) - from
  if (middle <= 1) return Math.min(middle, most + 1)
  // What is left begins and ends with different units: one edit can only be a swap of two.
  if (most === 1) {
    const swap = untilA - from === 2 && untilB - from === 2
    return swap && a.charCodeAt(from) === b.charCodeAt(from + 1) && a.charCodeAt(from + 1) === b.charCodeAt(from)
      ? 1
      : 2
  }
  return most === 0 ? 1 : Math.min(fill(a, b, from, untilA, untilB, most), most + 1)
}

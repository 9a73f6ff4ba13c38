import { decodeLine, rescueLines } from './line.ts'
import type { Line } from './read-lines.ts'

/** What a line holds, as JSON: one thing, or what can be saved of a damaged line. */
export const dataOf = (line: Line): Buffer[] => {
  const json = line.terminated ? decodeLine(line.bytes) : undefined
  return json === undefined ? rescueLines(line.bytes) : [json]
}

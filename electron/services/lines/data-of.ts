import { decodeLine, rescueLines } from './line.ts'
import type { Line } from './read-lines.ts'

/** What a line holds, as JSON: one thing, or what can be saved of a damaged line, of which `onDamage` is told first. */
export const dataOf = (line: Line, onDamage: () => void = () => undefined): Buffer[] => {
  const json = line.terminated ? decodeLine(line.bytes) : undefined
  if (json !== undefined) return [json]
  onDamage()
  return rescueLines(line.bytes)
}

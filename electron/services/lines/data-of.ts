import { decodeLine, rescueLines } from './line.ts'
import type { LineCodec } from './line-codec.ts'
import type { Line } from './read-lines.ts'

/** What a line holds, as JSON: one thing, or what can be saved of a damaged line, of which `onDamage` is told first. */
export const dataOf = (line: Line, codec: LineCodec, onDamage: () => void = () => undefined): Buffer[] => {
  const data = line.terminated ? decodeLine(line.bytes) : undefined
  const json = data && codec.decode(data)
  if (json !== undefined) return [json]
  onDamage()
  // A whole line that does not open has none inside.
  return data === undefined ? rescueLines(line.bytes).flatMap((rescued) => codec.decode(rescued) ?? []) : []
}

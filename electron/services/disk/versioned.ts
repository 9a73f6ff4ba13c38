import { z } from 'zod'

const formatSchema = z.object({ format: z.int().min(1) })

/**
 * What a file that says its `format` holds, as JSON: `newer` for a format above the newest that this program knows,
 * undefined for anything that makes no sense.
 */
export const parseVersioned = <T>(json: Uint8Array, newest: number, schema: z.ZodType<T>): T | 'newer' | undefined => {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString('utf8'))
  } catch {
    return undefined
  }
  const format = formatSchema.safeParse(value)
  if (format.success && format.data.format > newest) return 'newer'
  return schema.safeParse(value).data
}

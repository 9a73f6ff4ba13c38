import { z } from 'zod'

import type { Disk } from '../disk/disk.ts'
import { readWhole } from '../disk/files.ts'
import type { Protector } from './protector.ts'

const fileSchema = z.object({ version: z.literal(1), by: z.enum(['system', 'lock']), sealed: z.base64() })
const heldSchema = z.record(z.string(), z.base64())

/** Secrets by name. */
export type Held = ReadonlyMap<string, Uint8Array>

const parsed = <T extends z.ZodType>(schema: T, bytes: Uint8Array): z.output<T> | undefined => {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data
  } catch {
    return undefined
  }
}

/** The secrets that this protector sealed; undefined where it did not, or can't open them now. */
export const readSecrets = async (disk: Disk, path: string, protector: Protector): Promise<Held | undefined> => {
  try {
    const bytes = await readWhole(disk, path)
    const file = bytes && parsed(fileSchema, bytes)
    if (file?.by !== protector.name) return undefined
    const held = parsed(heldSchema, await protector.unprotect(Buffer.from(file.sealed, 'base64')))
    return (
      held && new Map(Object.entries(held).map(([name, text]) => [name, new Uint8Array(Buffer.from(text, 'base64'))]))
    )
  } catch {
    return undefined
  }
}

/** What is to be written: sealed, or nothing of it. */
export const sealSecrets = async (held: Held, protector: Protector): Promise<Uint8Array> => {
  const plain = Object.fromEntries([...held].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]))
  const sealed = await protector.protect(Buffer.from(JSON.stringify(plain), 'utf8'))
  const file = { version: 1, by: protector.name, sealed: Buffer.from(sealed).toString('base64') }
  return Buffer.from(`${JSON.stringify(file)}\n`, 'utf8')
}

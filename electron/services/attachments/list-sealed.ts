import { join } from 'node:path'

import type { Disk } from '../disk/disk.ts'
import { type AttachmentSeal, HEAD_BYTES } from './seal.ts'

/** Folders of attachments are named by the first two digits of what is in them. */
export const PREFIX = /^[0-9a-f]{2}$/
/** How the name of a sealed attachment ends. */
export const SEALED = '.sealed'

const NAME = /^([0-9a-f]{64})\.sealed$/

const readHead = async (disk: Disk, path: string): Promise<Buffer | undefined> => {
  const stats = await disk.lstat(path).catch(() => undefined)
  if (!stats?.isFile()) return undefined
  const file = await disk.open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/**
 * The sealed attachments among files of the folder, with the hash of what they hold; what does not open is left out.
 * @param found paths inside the folder, `ab/…`
 */
export const listSealed = async (
  disk: Disk,
  folder: string,
  found: readonly string[],
  seal: AttachmentSeal,
): Promise<{ sha256: string; path: string }[]> => {
  const sealed: { sha256: string; path: string }[] = []
  for (const inside of found) {
    const name = NAME.exec(inside.slice(3))?.[1]
    if (!name?.startsWith(inside.slice(0, 2))) continue
    const path = join(folder, inside)
    const head = await readHead(disk, path)
    const sha256 = head && seal.hashIn(name, head)
    if (sha256 !== undefined) sealed.push({ sha256, path })
  }
  return sealed
}

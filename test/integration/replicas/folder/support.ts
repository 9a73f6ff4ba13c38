import { randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { type Disk, realDisk } from '../../../../electron/services/disk/disk.ts'
import type { RecordCodec } from '../../../../electron/services/replicas/codec.ts'
import { type FolderTargetOptions, folderTarget } from '../../../../electron/services/replicas/folder/index.ts'
import { openCodec } from '../../../../electron/services/replicas/open-codec.ts'
import { sealedCodec } from '../../../../electron/services/replicas/sealed-codec.ts'
import type { SharedReplica } from '../../../../electron/services/replicas/target.ts'
import type { TargetHead } from '../../../../shared/sync/index.ts'
import { bookOf, drain, textOf } from '../../services/replica-conformance.ts'

export const aHead = (over: Partial<TargetHead> = {}): TargetHead => ({
  format: 1,
  bookId: 'book-1',
  epoch: '00112233445566aa',
  createdAt: '2026-01-02T03:04:05.000Z',
  sealed: false,
  ...over,
})

const key = randomBytes(32)
export const aSealedCodec = (): RecordCodec => sealedCodec({ bookId: 'book-1', key, keyId: '0123456789abcdef' })

type Opening = Partial<FolderTargetOptions> & { head?: TargetHead; codec?: RecordCodec }

const targetOf = (path: string, deviceId: string, { head: _, codec: __, ...rest }: Opening = {}) =>
  folderTarget({
    disk: realDisk,
    path,
    deviceId,
    onProblem: (error) => {
      throw error
    },
    ...rest,
  })

/** Makes the book in a folder. */
export const makeBook = (path: string, head = aHead(), disk: Disk = realDisk): Promise<void> =>
  targetOf(path, 'maker', { disk }).create(head)

/** The book in a folder as a device sees it after a start. */
export const openAs = (deviceId: string, path: string, opening: Opening = {}): SharedReplica =>
  targetOf(path, deviceId, opening).open(opening.head ?? aHead(), opening.codec ?? openCodec())

export const target = targetOf

/** Where a device's files are. */
export const filesOf = (path: string, device: string, head = aHead()): string =>
  join(path, `fairbook-${head.bookId}`, head.epoch, 'devices', device)

/** The paths of a device's files of records, by name. */
export const recordFiles = async (path: string, device: string): Promise<string[]> =>
  (await readdir(filesOf(path, device)).catch(() => []))
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .map((name) => join(filesOf(path, device), name))

/** Everything in a folder, as text, for a look at what may not be there. */
export const everything = async (path: string): Promise<string> => {
  const texts: string[] = []
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) texts.push(entry.name, await readFile(join(entry.parentPath, entry.name), 'latin1'))
  return texts.join('\n')
}

/** Changes a file. */
export const edit = async (path: string, change: (bytes: Buffer) => Uint8Array | string): Promise<void> =>
  writeFile(path, change(await readFile(path)))

/** What a device reads from the start, merged, as text. */
export const textAt = async (replica: SharedReplica): Promise<string> =>
  textOf(bookOf((await drain(replica, null)).records))

/** What was read with one cursor after the other, as one book. */
export const follow = (replica: SharedReplica) => {
  const records: Awaited<ReturnType<typeof drain>>['records'] = []
  const asides: string[] = []
  let cursor: string | null = null
  return {
    asides,
    /** Reads what is new. @returns how many records came */
    read: async (): Promise<number> => {
      const read = await drain(replica, cursor)
      records.push(...read.records)
      asides.push(...read.aside.map(({ reason }) => reason))
      cursor = read.cursor
      return read.records.length
    },
    cursor: () => cursor,
    text: () => textOf(bookOf(records)),
  }
}

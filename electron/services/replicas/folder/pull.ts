import type { Aside, Cursor, Page } from '../../../../shared/change/index.ts'
import type { Disk } from '../../disk/disk.ts'
import type { RecordCodec } from '../codec.ts'
import { isGone } from './errors.ts'
import { type DeviceFiles, listDevices, type RecordsFile } from './listing.ts'
import { locate } from './locate.ts'
import { type Filling, isFull, readOn } from './read-file.ts'
import { digestOf, emptyVector, parseVector, printVector, type Vector } from './vector.ts'

export type PullFrom = {
  disk: Disk
  codec: RecordCodec
  epoch: string
  /** The folder of all devices. */
  devices: string
  /** Names of this device's files whose lines the reader wrote itself. */
  mine: (device: string) => ReadonlySet<string>
}

/** One way through all that is there, page by page: what was found, and how far it was read. */
type Round = {
  after: Cursor
  vector: Vector
  found: DeviceFiles[]
  /** Keys of files whose position was compared with what is there now. */
  located: Set<string>
  /** Whether a file was gone when it was to be read: what replaced it is not among `found`. */
  missed: boolean
}

/** While others merge their files, what was found may be gone at once; then it is looked for again. */
const MAX_TRIES = 5

const NOBODY: ReadonlySet<string> = new Set()

/** Reads one page after another. What comes while a round is under way belongs to the next. */
export type Puller = {
  /** @throws errors of the file system as they are */
  pull: (after: Cursor | null, limit: number) => Promise<Page>
  /** To be called when files change places. */
  startOver: () => void
}

export const createPuller = ({ disk, codec, epoch, devices, mine }: PullFrom): Puller => {
  let round: Round | undefined

  const startRound = async (vector: Vector): Promise<{ begun: Round; aside: Aside[] }> => {
    const { devices: found, aside } = await listDevices(disk, devices)
    return { begun: { after: '', vector, found, located: new Set(), missed: false }, aside }
  }

  /** @returns whether the page filled before the end of the file */
  const readFile = async (of: Round, file: RecordsFile, newest: number, page: Filling): Promise<boolean> => {
    const { vector, located } = of
    try {
      const known = vector.files.get(file.key)
      const position =
        located.has(file.key) && known !== undefined
          ? known
          : await locate(disk, file, vector, vector.complete ? mine(file.device) : NOBODY)
      located.add(file.key)
      vector.files.set(file.key, position)
      if (position === 'all' || position.offset >= file.size) return false
      if (isFull(page)) return true
      const next = await readOn(disk, codec, file, position, file.number >= newest, page)
      vector.files.set(file.key, next)
      return isFull(page) && next !== 'all' && next.offset < file.size
    } catch (error) {
      if (!isGone(error)) throw error
      of.missed = true
      return false
    }
  }

  const readDevices = async (of: Round, page: Filling): Promise<boolean> => {
    for (const { key, files } of of.found) {
      const sum = of.vector.whole.get(key)
      if (sum !== undefined && sum === digestOf(files)) continue
      of.vector.whole.delete(key)
      const newest = files.reduce((largest, { number }) => Math.max(largest, number), 0)
      for (const file of files) if (await readFile(of, file, newest, page)) return true
    }
    return false
  }

  return {
    pull: async (after, limit) => {
      const going = after !== null && round?.after === after ? round : undefined
      const known = after === null ? undefined : parseVector(epoch, after)
      const start = going ? { begun: going, aside: [] } : await startRound(known ?? emptyVector())
      let { begun } = start
      round = undefined
      const page: Filling = { records: [], aside: start.aside, bytes: 0, limit }
      let more = await readDevices(begun, page)
      for (let tries = 0; begun.missed && !more && tries < MAX_TRIES; tries += 1) {
        begun = (await startRound(begun.vector)).begun
        more = await readDevices(begun, page)
      }
      if (!more) begun.vector.complete = true
      const cursor = printVector(epoch, begun.vector, begun.found)
      if (more) round = { ...begun, after: cursor }
      return { records: page.records, cursor, more, ...(page.aside.length > 0 && { aside: page.aside }) }
    },
    startOver: () => {
      round = undefined
    },
  }
}

import { createHash } from 'node:crypto'

import type { RecordCodec } from '../../../electron/services/replicas/codec.ts'
import { couchTarget } from '../../../electron/services/replicas/couchdb/index.ts'
import { folderTarget } from '../../../electron/services/replicas/folder/index.ts'
import { openCodec } from '../../../electron/services/replicas/open-codec.ts'
import { sealedCodec } from '../../../electron/services/replicas/sealed-codec.ts'
import type { SharedReplica, SyncTarget } from '../../../electron/services/replicas/target.ts'
import { AppError } from '../../../shared/app-error.ts'
import type { TargetHead } from '../../../shared/sync/index.ts'
import { createCopyingTool } from './copying-tool.ts'
import { createCouchModel } from './couch-model.ts'
import type { Fuse } from './fuse.ts'
import { type ListPlace, listReplica } from './list-replica.ts'
import { createMemoryDisk, type MemoryDisk } from './memory-disk.ts'
import { createRandom, type Random } from './random.ts'

export const kinds = ['memory', 'folder', 'nas', 'couchdb'] as const
export type Kind = (typeof kinds)[number]

/** What one device brings along when it goes to the place. */
export type Visitor = {
  name: string
  fuse: Fuse
  /** Whether it reaches the place now. */
  reaches: () => boolean
  onProblem: (error: unknown) => void
}

/** Where the devices meet. */
export type Place = {
  create: () => Promise<void>
  open: (visitor: Visitor) => SharedReplica
  /** Lets files travel; `all`: until all views are the same. */
  carry: (names: readonly string[], all: boolean) => void
  /** Everything that lies there, as bytes. */
  contents: () => Buffer[]
  /** Whether the place does what places do: repeat itself, split, come late. */
  setUnruly: (unruly: boolean) => void
}

export type PlaceOptions = {
  kind: Kind
  sealed: boolean
  bookId: string
  random: Random
  now: () => number
  pass: (millis: number) => void
}

const PATH = '/shared'
const KEY_ID = '0123456789abcdef'
const EPOCH = '00112233445566aa'

const headOf = (bookId: string, sealed: boolean): TargetHead => ({
  format: 1,
  bookId,
  epoch: EPOCH,
  createdAt: '2027-01-01T08:00:00.000Z',
  sealed,
  ...(sealed && { keyring: { version: 1, keyId: KEY_ID, revision: 1, wraps: [wrap] } }),
})

/** Nobody opens it: the devices have the key. */
const wrap = {
  kind: 'passphrase' as const,
  kdf: { name: 'scrypt' as const, N: 2, r: 1, p: 1, salt: 'AAAA' },
  nonce: 'AAAA',
  sealed: 'AAAA',
  check: 'AAAA',
}

const codecOf = ({ sealed, bookId }: PlaceOptions): RecordCodec => {
  if (!sealed) return openCodec()
  const key = createHash('sha256').update(bookId).digest()
  return sealedCodec({ bookId, key, keyId: KEY_ID })
}

/** Small files, so that there are many and they are merged. */
const SEGMENT_BYTES = 6_000

const folderPlace = (options: PlaceOptions): Place => {
  const { random, now, bookId } = options
  // Files are merged while nobody waits: it must not matter when.
  const draws = createRandom(random.below(2 ** 31))
  const tool = options.kind === 'folder' ? createCopyingTool(random) : undefined
  const views = new Map<string, MemoryDisk>()
  const viewOf = (name: string): MemoryDisk => {
    const key = tool ? name : 'nas'
    const held = views.get(key)
    if (held) return held
    const made = createMemoryDisk(
      now,
      new Map([
        ['/', 'folder'],
        [PATH, 'folder'],
      ]),
    )
    views.set(key, made)
    return made
  }
  const draw = () =>
    draws
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0')
  const targetFor = ({ name, fuse, reaches, onProblem }: Visitor): SyncTarget => {
    const checked: Fuse = {
      ...fuse,
      step: () => {
        fuse.step()
        if (!reaches()) throw Object.assign(new Error('the share is gone'), { code: 'ENOTCONN' })
      },
    }
    const disk = viewOf(name).as(checked)
    return folderTarget({
      disk,
      path: PATH,
      bookId,
      deviceId: name,
      skipOwn: true,
      segmentBytes: SEGMENT_BYTES,
      draw,
      onProblem,
    })
  }
  const head = headOf(bookId, options.sealed)
  const nobody: Fuse = { step: () => undefined, set: () => undefined, unset: () => undefined, isBlown: () => false }
  return {
    create: () => targetFor({ name: 'd0', fuse: nobody, reaches: () => true, onProblem: () => undefined }).create(head),
    open: (visitor) => targetFor(visitor).open(head, codecOf(options)),
    carry: (names, all) => {
      if (!tool) return
      const round = () => random.shuffled(names).map((name) => tool.run(viewOf(name), name, all))
      if (!all) round()
      else for (let rounds = 0; round().includes(true) && rounds < 20; rounds += 1);
    },
    contents: () => [
      ...(tool?.bytes() ?? []),
      ...[...views.values()].flatMap((view) =>
        view.paths().flatMap((path) => [Buffer.from(path), view.get(path) ?? Buffer.alloc(0)]),
      ),
    ],
    setUnruly: () => undefined,
  }
}

const couchPlace = (options: PlaceOptions): Place => {
  const { random, now, bookId } = options
  const model = createCouchModel(random)
  const place = { kind: 'couchdb' as const, url: 'http://couch.invalid', database: 'book' }
  const targetFor = ({ fuse, reaches }: Pick<Visitor, 'fuse' | 'reaches'>): SyncTarget =>
    couchTarget({
      place,
      password: undefined,
      now,
      random: random.next,
      sleep: async (millis) => {
        fuse.step()
        options.pass(millis)
      },
      fetch: async (input, init) => {
        fuse.step()
        if (!reaches())
          throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENETUNREACH' }) })
        const answer = await model.fetch(input, init)
        // Done there, and nobody here knows.
        fuse.step()
        return answer
      },
    })
  const head = headOf(bookId, options.sealed)
  return {
    create: () =>
      targetFor({
        fuse: { step: () => undefined, set: () => undefined, unset: () => undefined, isBlown: () => false },
        reaches: () => true,
      }).create(head),
    open: (visitor) => targetFor(visitor).open(head, codecOf(options)),
    carry: () => undefined,
    contents: () => model.texts().map((text) => Buffer.from(text)),
    setUnruly: (unruly) => {
      model.unruly = unruly
    },
  }
}

const listPlace = (options: PlaceOptions): Place => {
  const list: ListPlace = []
  return {
    create: async () => undefined,
    open: ({ fuse, reaches }) =>
      listReplica(list, codecOf(options), options.bookId, () => {
        fuse.step()
        if (!reaches()) throw new AppError('syncUnreachable', { place: 'list', why: 'network' })
      }),
    carry: () => undefined,
    contents: () => list.map((entry) => Buffer.from(JSON.stringify(entry))),
    setUnruly: () => undefined,
  }
}

export const createPlace = (options: PlaceOptions): Place => {
  if (options.kind === 'couchdb') return couchPlace(options)
  return options.kind === 'memory' ? listPlace(options) : folderPlace(options)
}

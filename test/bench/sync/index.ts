import { startCounter } from '../../support/couchdb/counter.ts'
import { startCouch } from '../../support/couchdb/start.ts'
import { type Line, median } from '../report.ts'
import { say } from '../settings.ts'
import { type BenchBook, makeBook } from './books.ts'
import { joins } from './joins.ts'
import { traffic } from './traffic.ts'

type Measured = { millis: number; bytes: number; cpu: number }
type Name = keyof typeof joins

const names = ['plain', 'fairbook', 'pouch'] as const satisfies readonly Name[]

const measure = async (book: BenchBook, name: Name, expected: number): Promise<Measured> => {
  const counter = await startCounter(book.place.url)
  const [began, used] = [performance.now(), process.cpuUsage()]
  const count = await joins[name](book, counter.url)
  const [millis, { user, system }] = [performance.now() - began, process.cpuUsage(used)]
  await counter.stop()
  if (count !== expected) throw new Error(`${name} fetched ${count} records of ${expected}`)
  return { millis, bytes: counter.bytes(), cpu: (user + system) / 1_000 }
}

const joinLines = async (book: BenchBook, kind: string, size: number, runs: number): Promise<Line[]> => {
  const all: Record<Name, Measured[]> = { plain: [], fairbook: [], pouch: [] }
  for (let run = 0; run < runs; run += 1) for (const name of names) all[name].push(await measure(book, name, size))
  const of = (name: Name, what: keyof Measured): number => median(all[name].map((one) => one[what]))
  const line = (what: keyof Measured, label: string, unit: number, digits: number): Line => {
    const [own, plain, pouch] = [of('fairbook', what) / unit, of('plain', what) / unit, of('pouch', what) / unit]
    const [toPlain, toPouch] = [(own / plain).toFixed(2), (own / pouch).toFixed(2)]
    const others = `plain _changes ${plain.toFixed(digits)} (${toPlain}×), PouchDB ${pouch.toFixed(digits)} (${toPouch}×)`
    return { size, what: `first join, ${kind}: ${label}; ${others}`, fairbook: own, other: pouch }
  }
  return [
    { ...line('millis', 'time (s)', 1_000, 1), aim: { to: 'other', below: 1, says: 'less than PouchDB' } },
    line('cpu', 'computing of the device (s)', 1_000, 1),
    {
      ...line('bytes', 'bytes on the wire (MB)', 1_000_000, 1),
      aim: { to: 'other', below: 1, says: 'less than PouchDB' },
    },
  ]
}

const trafficLines = async (book: BenchBook, kind: string): Promise<Line[]> => {
  const { idle, sent, received } = await traffic(book)
  const pair = (what: string, { requests, bytes }: typeof idle): Line[] => [
    { what: `sync, ${kind}: ${what}: requests`, fairbook: requests },
    { what: `sync, ${kind}: ${what}: kilobytes`, fairbook: bytes / 1_000 },
  ]
  return [
    ...pair('an hour of a device without an edit', idle),
    ...pair('each edit sent, and read back', sent),
    ...pair('each edit of a colleague, alone in its exchange', received),
  ]
}

/**
 * The first join of a book at a server (express-pouchdb as a process of its own) beside the plainest fetching of the
 * same documents and PouchDB's own replication of them, by size; and what a device asks of a server afterwards.
 */
export const syncLines = async (sizes: readonly number[], quick: boolean): Promise<Line[]> => {
  const server = await startCouch()
  const lines: Line[] = []
  try {
    for (const size of sizes)
      for (const kind of ['open', 'sealed'] as const) {
        say(`a book of ${size} records at a server, ${kind}`)
        const book = await makeBook(server.url, kind, size)
        lines.push(...(await joinLines(book, kind, size, quick ? 1 : 3)))
        if (size === Math.min(...sizes)) lines.push(...(await trafficLines(book, kind)))
      }
  } finally {
    await server.stop()
  }
  return lines
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { couchTarget } from '../../../../electron/services/replicas/couchdb/index.ts'
import { AppError } from '../../../../shared/app-error.ts'
import type { Cursor, RecordState } from '../../../../shared/change/index.ts'
import { type Fault, schedule, seeded } from '../../../support/couchdb/faults.ts'
import { startProxy } from '../../../support/couchdb/proxy.ts'
import { type CouchServer, startCouch } from '../../../support/couchdb/start.ts'
import { bookOf, drain, textOf } from '../../services/replica-conformance.ts'
import { openPair, quickTime, sealedPair, somePlace } from './support.ts'

let server: CouchServer
beforeAll(async () => {
  server = await startCouch()
})
afterAll(() => server.stop())

/** Does something until it works: as the replicator would, again and again. Nothing but an AppError may come of it. */
const untilDone = async <T>(job: () => Promise<T>): Promise<T> => {
  for (let step = 0; ; step += 1) {
    try {
      return await job()
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'internal' || step > 200) throw error
    }
  }
}

const edit = (device: string, step: number, random: () => number): RecordState => ({
  table: 'customers',
  // Some records belong to everybody.
  id: random() < 0.4 ? `shared${Math.floor(random() * 6)}` : `${device}${step}`,
  values: { [`tags/${device}${step}`]: true, name: `${device} at ${step}` },
  stamp: `${String(step + 1).padStart(9, '0')}.0000.${device}`,
})

const met = new Map<Fault, number>()

describe.each([
  ['open', 1, openPair],
  ['open', 2, openPair],
  ['sealed', 3, sealedPair],
] as const)('through a network that breaks (%s, seed %i)', (_, seed, pair) => {
  test('all that was pushed is there in the end, and who read along has it too', async () => {
    const { head, codec } = await pair()
    const place = somePlace(server.url)
    await couchTarget({ place, password: undefined }).create(head)
    const proxy = await startProxy(server.url, schedule(seed, 0.35))
    const device = () => couchTarget({ place: { ...place, url: proxy.url }, password: undefined, ...quickTime() })
    const random = seeded(seed)
    const pushed: RecordState[] = []
    const [reader, read] = [device().open(head, codec), [] as RecordState[]]
    let cursor: Cursor | null = null

    const write = async (name: string) => {
      const replica = device().open(head, codec)
      for (let step = 0; step < 8; step += 1) {
        const records = Array.from({ length: 1 + Math.floor(random() * 30) }, (_, n) =>
          edit(name, step * 40 + n, random),
        )
        pushed.push(...records)
        expect((await untilDone(() => replica.push(records))).aside).toBeUndefined()
      }
    }
    const readAlong = async () => {
      for (let step = 0; step < 12; step += 1) {
        const page = await untilDone(() => reader.pull(cursor, 20))
        read.push(...page.records)
        cursor = page.cursor
      }
    }
    await Promise.all([write('a'), write('b'), readAlong()])
    proxy.calm()
    for (const [fault, times] of proxy.met) met.set(fault, (met.get(fault) ?? 0) + times)

    const rest = await drain(reader, cursor)
    await proxy.stop()
    const fresh = await drain(couchTarget({ place, password: undefined }).open(head, codec), null)
    expect(textOf(bookOf(fresh.records))).toBe(textOf(bookOf(pushed)))
    expect(textOf(bookOf([...read, ...rest.records]))).toBe(textOf(bookOf(pushed)))
  })
})

test('every fault came up', () => {
  for (const fault of ['delay', 'dropBefore', 'dropAfter', 'cutAnswer', 'cutRequest', 'duplicate'] as const)
    expect(met.get(fault), fault).toBeGreaterThan(0)
  for (const fault of ['garbage', 'html', 'huge', 401, 409, 412, 429, 500, 503] as const)
    expect(met.get(fault), String(fault)).toBeGreaterThan(0)
})

import { describe, expect, it } from 'vitest'

import { parseAddress } from '../../../../../../electron/services/replicas/couchdb/address.ts'
import { placeOf, printCursor } from '../../../../../../electron/services/replicas/couchdb/cursor.ts'
import { networkFailure, retryAfter } from '../../../../../../electron/services/replicas/couchdb/failure.ts'
import { groupsOf } from '../../../../../../electron/services/replicas/couchdb/groups.ts'
import { patiently } from '../../../../../../electron/services/replicas/couchdb/patience.ts'
import { AppError } from '../../../../../../shared/app-error.ts'

const systemError = (code: string) => Object.assign(new Error(code), { code })
const wrapped = (cause: unknown) => new TypeError('fetch failed', { cause })

describe('what an error of the network means', () => {
  it.each([
    [wrapped(systemError('ENOTFOUND')), 'syncUnreachable', 'name', false],
    [wrapped(new AggregateError([systemError('ECONNREFUSED')])), 'syncUnreachable', 'refused', true],
    [wrapped(systemError('UND_ERR_CONNECT_TIMEOUT')), 'syncUnreachable', 'timeout', true],
    [new DOMException('no answer', 'TimeoutError'), 'syncUnreachable', 'timeout', true],
    [wrapped(systemError('ENETUNREACH')), 'syncUnreachable', 'network', false],
    [wrapped(systemError('ECONNRESET')), 'syncUnreachable', 'broken', true],
    [wrapped(systemError('CERT_HAS_EXPIRED')), 'syncCertificate', 'CERT_HAS_EXPIRED', false],
    [wrapped(systemError('DEPTH_ZERO_SELF_SIGNED_CERT')), 'syncCertificate', 'DEPTH_ZERO_SELF_SIGNED_CERT', false],
    [wrapped(systemError('ERR_TLS_CERT_ALTNAME_INVALID')), 'syncCertificate', 'ERR_TLS_CERT_ALTNAME_INVALID', false],
    ['nonsense', 'syncUnreachable', 'broken', true],
  ])('%s: %s, %s', (error, code, why, again) => {
    const failure = networkFailure(error, 'here')
    expect(failure.error).toMatchObject({ code, params: { place: 'here', why } })
    expect(failure.again).toBe(again)
  })
})

describe('waiting', () => {
  it('reads Retry-After as seconds and as a date, and not more than a minute of it', () => {
    const now = Date.parse('2026-11-30T08:00:00Z')
    expect(retryAfter('3', now)).toBe(3_000)
    expect(retryAfter('Mon, 30 Nov 2026 08:00:10 GMT', now)).toBe(10_000)
    expect(retryAfter('999999', now)).toBe(60_000)
    for (const none of [null, '', '-1', 'soon', 'Mon, 30 Nov 2026 07:00:00 GMT'])
      expect(retryAfter(none, now)).toBeUndefined()
  })

  const run = async (patience: number, after?: number, random = 0) => {
    const waits: number[] = []
    let time = 0
    const tools = {
      now: () => time,
      random: () => random,
      sleep: async (millis: number) => {
        waits.push(millis)
        time += millis
      },
    }
    const error = new AppError('syncBusy')
    await expect(patiently(tools, patience, async () => ({ error, again: true, after }))).rejects.toBe(error)
    return waits
  }

  it('waits longer each time, with some chance, until its patience is at its end', async () => {
    expect(await run(4_000)).toEqual([125, 250, 500, 1_000, 2_000])
    expect((await run(4_000, undefined, 0.999)).map(Math.round)).toEqual([250, 500, 1_000, 1_999])
  })

  it('does as the server says, and does not wait for what is longer than its patience', async () => {
    expect(await run(10_000, 4_000)).toEqual([4_000, 4_000])
    expect(await run(10_000, 60_000)).toEqual([])
  })

  it('ends at once when the next try would not do better', async () => {
    const error = new AppError('syncLogin')
    const never = async () => Promise.reject(new Error('slept'))
    const tools = { now: () => 0, random: () => 0, sleep: never }
    await expect(patiently(tools, 9_999, async () => ({ error, again: false }))).rejects.toBe(error)
  })
})

describe('addresses', () => {
  const address = (url: string, database = 'book') => parseAddress({ kind: 'couchdb', url, database })

  it('keeps a path before the database, escapes names and tells what can be read on the way', () => {
    expect(address('https://host/couch/').urlOf(['a/b', 'x y'], { since: '1+2' })).toBe(
      'https://host/couch/a%2Fb/x%20y?since=1%2B2',
    )
    expect(address('http://127.0.0.1:5984').readableOnTheWay).toBe(false)
    expect(address('http://[::1]:5984').readableOnTheWay).toBe(false)
    expect(address('http://nas:5984').readableOnTheWay).toBe(true)
    expect(address('http://127.0.0.1.evil.example').readableOnTheWay).toBe(true)
    expect(address('https://nas').readableOnTheWay).toBe(false)
  })
})

describe('cursors', () => {
  it('come back as they went, and those of another life begin anew', () => {
    const epoch = '0123456789abcdef'
    const place = { seq: '12-g1AAAACheJzLYWBg=', witness: { id: 'customers:a b', generation: 3 } }
    expect(placeOf(epoch, printCursor(epoch, place))).toEqual(place)
    expect(placeOf(epoch, printCursor(epoch, { seq: '7' }))).toEqual({ seq: '7' })
    expect(placeOf('fedcba9876543210', printCursor(epoch, place))).toEqual({ seq: '0' })
  })
})

describe('groups', () => {
  it('hold so many items and bytes, and lose none', () => {
    expect(groupsOf([1, 1, 5, 9, 1, 1, 1], (size) => size, { items: 3, bytes: 6 })).toEqual([
      [1, 1],
      [5],
      [9],
      [1, 1, 1],
    ])
    expect(groupsOf([], () => 1, { items: 1, bytes: 1 })).toEqual([])
  })
})

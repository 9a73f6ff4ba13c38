import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readAddress } from '../../../../../renderer/features/sync/place/address.ts'
import { clockMinutes } from '../../../../../renderer/features/sync/place/clock.ts'
import {
  databaseName,
  draftOf,
  emptyDraft,
  readPlace,
  tidied,
} from '../../../../../renderer/features/sync/place/place-draft.ts'
import { syncPlaceSchema } from '../../../../../shared/sync/index.ts'

describe('an address that is typed or pasted', () => {
  it.each([
    ['couch.example.com:6984', { url: 'https://couch.example.com:6984' }],
    ['localhost:5984', { url: 'http://localhost:5984' }],
    ['127.0.0.1:5984/couch/', { url: 'http://127.0.0.1:5984/couch' }],
    [' https://host/_utils/#login ', { url: 'https://host' }],
    ['https://host/couch/fairbook-a', { url: 'https://host/couch', database: 'fairbook-a' }],
    [
      'https://ann:s%20cret@host:6984/fairbook-a',
      { url: 'https://host:6984', database: 'fairbook-a', user: 'ann', password: 's cret' },
    ],
    ['ftp://host/x', { url: 'ftp://host/x' }],
    ['', { url: '' }],
    ['not an address', { url: 'not an address' }],
  ])('%s', (typed, read) => expect(readAddress(typed)).toEqual(read))

  it('is never a reason to stop, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `https://${text}`),
        ),
        (typed) => {
          const { url } = readAddress(typed)
          expect(readAddress(url).url).toBe(url)
        },
      ),
    )
  })
})

describe('a place as it is typed', () => {
  it('takes out of the address what belongs into the other fields', () => {
    const draft = { ...emptyDraft('couchdb', 'fairbook-'), url: 'ann:secret@couch.example.com/fairbook-a' }
    expect(tidied(draft)).toMatchObject({
      url: 'https://couch.example.com',
      database: 'fairbook-a',
      user: 'ann',
      password: 'secret',
    })
    expect(readPlace(draft)).toEqual({
      login: {
        place: { kind: 'couchdb', url: 'https://couch.example.com', database: 'fairbook-a', user: 'ann' },
        password: 'secret',
      },
    })
  })

  it('names the field that says nothing usable', () => {
    expect(readPlace(emptyDraft('couchdb', 'fairbook-a'))).toEqual({ wrong: 'url' })
    expect(readPlace({ ...emptyDraft('couchdb', 'Große Kunden'), url: 'host' })).toEqual({ wrong: 'database' })
    expect(readPlace({ ...emptyDraft('couchdb'), url: 'ftp://host/a' })).toEqual({ wrong: 'url' })
    expect(readPlace({ ...emptyDraft('folder'), path: '  ' })).toEqual({ wrong: 'path' })
  })

  it('comes back from the place it means', () => {
    for (const place of [
      { kind: 'couchdb', url: 'https://host', database: 'fairbook-a', user: 'ann' },
      { kind: 'couchdb', url: 'http://host:5984', database: 'a' },
      { kind: 'folder', path: '/media/stick' },
      { kind: 'file' },
    ] as const)
      expect(readPlace(draftOf(place))).toEqual({ login: { place } })
  })
})

describe('the name of a database', () => {
  it.each([
    ['Žalgirio baldai, UAB', 'fairbook-zalgirio-baldai-uab'],
    ['  ', 'fairbook-90abcdef'],
    ['شرکت', 'fairbook-90abcdef'],
    [undefined, 'fairbook-90abcdef'],
  ])('of %s', (company, name) => expect(databaseName('0190-1234-90ABCDEF', company)).toBe(name))

  it('is always one that a server takes', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.option(fc.string({ unit: 'grapheme', maxLength: 300 }), { nil: undefined }),
        (id, company) => {
          const place = { kind: 'couchdb', url: 'https://host', database: databaseName(id, company) }
          expect(syncPlaceSchema.safeParse(place).success).toBe(true)
        },
      ),
    )
  })
})

it('two clocks differ from a minute on', () => {
  expect([undefined, 0, 59_999, -59_999, 60_000, -150_000].map(clockMinutes)).toEqual([0, 0, 0, 0, 1, 2])
})

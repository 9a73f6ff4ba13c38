import { readdirSync, readFileSync } from 'node:fs'

import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { createDatabase, isKnownTable } from '../../../../renderer/data/index.ts'
import { nouns } from '../../../../shared/domain/index.ts'

const folder = new URL('../../../fixtures/schema/', import.meta.url)
const fixtureSchema = z.object({
  version: z.int(),
  stores: z.record(z.string(), z.string()),
  rows: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
})
const fixtures = readdirSync(folder).map((file) =>
  fixtureSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
)

describe.each(fixtures)('a book written by schema version $version', ({ version, stores, rows }) => {
  it('opens, whole and valid', async () => {
    const name = `fairbook-fixture-${crypto.randomUUID()}`
    const old = new Dexie(name)
    old.version(version).stores(stores)
    for (const [table, batch] of Object.entries(rows)) await old.table(table).bulkPut(batch)
    old.close()

    const db = createDatabase(name, 'strict')
    await db.open()
    for (const [table, batch] of Object.entries(rows)) {
      expect(await db.table(table).count()).toBe(batch.length)
      if (isKnownTable(table))
        for (const row of await db.table(table).toArray())
          if (!('erasedAt' in row)) expect(nouns[table].schema.safeParse(row).error).toBeUndefined()
    }
    const company = rows['customers']?.[0]?.['id']
    expect(await db.customers.where('companyId').equals(String(company)).count()).toBe(1)
    db.close()
  })
})

describe('records of a table that only a newer version knew', () => {
  it('move into the table when this version knows it', async () => {
    const first = fixtures.find(({ version }) => version === 1)
    if (!first) throw new Error('no fixture of version 1')
    const name = `fairbook-fixture-${crypto.randomUUID()}`
    const old = new Dexie(name)
    old.version(1).stores(first.stores)
    const stamp = '0mi8v0000.0000.dev2'
    const known = { table: 'segments', id: 's1', values: { name: 'Silent', 'members/c1': true }, stamp }
    const unknown = { table: 'later', id: 'l1', values: { name: 'x' }, stamp }
    await old.table('foreign').bulkPut([
      { key: 'segments/s1', state: known },
      { key: 'later/l1', state: unknown },
    ])
    old.close()

    const db = createDatabase(name, 'strict')
    expect(await db.segments.get('s1')).toEqual({ id: 's1', name: 'Silent', members: { c1: true }, stamp })
    expect(await db.foreign.toArray()).toEqual([{ key: 'later/l1', state: unknown }])
    db.close()
  })
})

describe('records that were erased before erasures were noted', () => {
  it('are noted when a book of an older version opens', async () => {
    const second = fixtures.find(({ version }) => version === 2)
    if (!second) throw new Error('no fixture of version 2')
    const name = `fairbook-fixture-${crypto.randomUUID()}`
    const old = new Dexie(name)
    old.version(2).stores(second.stores)
    await old.table('customers').put({ id: 'gone', erasedAt: '2026-11-25T09:00:00.000Z', stamp: '1' })
    await old.table('customers').put({ id: 'here', kind: 'person', stamp: '1' })
    old.close()
    const db = createDatabase(name, 'strict')
    expect(await db.erasures.toArray()).toEqual([{ key: 'customers/gone', table: 'customers', id: 'gone' }])
    db.close()
  })
})

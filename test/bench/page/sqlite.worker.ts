import sqlite3InitModule from '@sqlite.org/sqlite-wasm'

import type { Row } from '../../../shared/change/index.ts'
import { PAGE } from './contestant.ts'
import { nameOf, textOf } from './text.ts'

const SCHEMA = `
  PRAGMA journal_mode = TRUNCATE;
  PRAGMA synchronous = FULL;
  PRAGMA cache_size = -65536;
  CREATE TABLE IF NOT EXISTS customers (
    nr INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT COLLATE NOCASE, status TEXT,
    createdAt TEXT, companyId TEXT, data TEXT);
  CREATE TABLE IF NOT EXISTS interactions (
    nr INTEGER PRIMARY KEY, id TEXT UNIQUE, customerId TEXT, companyId TEXT, at TEXT, data TEXT);
  CREATE TABLE IF NOT EXISTS deals (
    nr INTEGER PRIMARY KEY, id TEXT UNIQUE, customerId TEXT, companyId TEXT, data TEXT);
  CREATE TABLE IF NOT EXISTS tasks (nr INTEGER PRIMARY KEY, id TEXT UNIQUE, customerId TEXT, data TEXT);
`
const INDEXES = `
  CREATE INDEX byName ON customers (name);
  CREATE INDEX byStatusName ON customers (status, name, nr, createdAt);
  CREATE INDEX byStatusCreated ON customers (status, createdAt);
  CREATE INDEX byCompany ON customers (companyId) WHERE companyId IS NOT NULL;
  CREATE INDEX interactionsByCustomer ON interactions (customerId);
  CREATE INDEX interactionsByCompany ON interactions (companyId) WHERE companyId IS NOT NULL;
  CREATE INDEX dealsByCustomer ON deals (customerId);
  CREATE INDEX dealsByCompany ON deals (companyId) WHERE companyId IS NOT NULL;
  CREATE INDEX tasksByCustomer ON tasks (customerId);
  CREATE VIRTUAL TABLE words USING fts5 (
    text, content = '', prefix = '2 3 4', tokenize = "unicode61 remove_diacritics 2");
`

const open = async (name: string) => {
  const sqlite3 = await sqlite3InitModule()
  const pool = await sqlite3.installOpfsSAHPoolVfs({ name: `pool-${name}`, directory: `/sqlite-${name}` })
  const db = new pool.OpfsSAHPoolDb('/bench.sqlite')
  db.exec(SCHEMA)
  return db
}
let db: Awaited<ReturnType<typeof open>>

const rows = (sql: string, bind: (string | number)[]): Row[] =>
  db.selectValues(sql, bind).map((data) => JSON.parse(String(data)) as Row)

const count = (sql: string, bind: (string | number)[]): number => Number(db.selectValue(sql, bind))

const first = () => rows('SELECT data FROM customers ORDER BY name, nr LIMIT ?', [PAGE])
const save = (id: string, role: string) => {
  db.exec("UPDATE customers SET data = json_set(data, '$.role', ?) WHERE id = ?", { bind: [role, id] })
}

/** Two look-ups: an OR over both columns is a scan of the whole table where one of them is nearly always empty. */
const linked = (table: 'deals' | 'interactions', id: string): Row[] =>
  rows(
    `SELECT data FROM ${table} WHERE customerId = ?1
     UNION ALL SELECT data FROM ${table} WHERE companyId = ?1 AND customerId IS NOT ?1`,
    [id],
  )

const methods = {
  load: (table: 'customers' | 'interactions', batch: readonly Row[]) =>
    db.transaction(() => {
      const statement = db.prepare(
        table === 'customers'
          ? 'INSERT INTO customers (id, name, status, createdAt, data) VALUES (?, ?, ?, ?, ?)'
          : 'INSERT INTO interactions (id, customerId, at, data) VALUES (?, ?, ?, ?)',
      )
      for (const row of batch) {
        const data = JSON.stringify(row)
        const values =
          table === 'customers'
            ? [row.id, nameOf(row), String(row['status']), String(row['createdAt']), data]
            : [row.id, String(row['customerId']), String(row['at']), data]
        statement.bind(values).stepReset()
      }
      statement.finalize()
    }),
  prepare: () => {
    db.exec(INDEXES)
    db.transaction(() => {
      const statement = db.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)')
      const held = db.selectArrays('SELECT nr, data FROM customers')
      for (const [nr, data] of held) statement.bind([Number(nr), textOf(JSON.parse(String(data)))]).stepReset()
      statement.finalize()
    })
    db.exec('ANALYZE')
  },
  first,
  deepPage: (status: string, since: string, offset: number) => ({
    count: count('SELECT count(*) FROM customers WHERE status = ? AND createdAt >= ?', [status, since]),
    rows: rows(
      `SELECT data FROM customers WHERE nr IN
         (SELECT nr FROM customers WHERE status = ? AND createdAt >= ? ORDER BY name, nr LIMIT ? OFFSET ?)
       ORDER BY name, nr`,
      [status, since, PAGE, offset],
    ),
  }),
  search: (a: string, b: string) => {
    const match = `"${a}" * "${b}" *`
    return {
      count: count('SELECT count(*) FROM words WHERE words MATCH ?', [match]),
      rows: rows(
        `SELECT data FROM customers WHERE nr IN (SELECT rowid FROM words WHERE words MATCH ?)
         ORDER BY name, nr LIMIT ${PAGE}`,
        [match],
      ),
    }
  },
  customerPage: (id: string) => [
    ...rows('SELECT data FROM customers WHERE id = ?', [id]),
    ...rows('SELECT data FROM customers WHERE companyId = ?', [id]),
    ...linked('deals', id),
    ...rows('SELECT data FROM tasks WHERE customerId = ?', [id]),
    ...linked('interactions', id),
  ],
  grouped: (since: string) =>
    db
      .selectArrays(
        `SELECT status, substr(createdAt, 1, 7) AS month, count(*) FROM customers WHERE createdAt >= ?
         GROUP BY status, month`,
        [since],
      )
      .map(([status, month, many]) => [`${status} ${month}`, Number(many)]),
  save,
  saveAndShow: (id: string, role: string) => {
    save(id, role)
    return first()
  },
}

type Message = { name: string } | { id: number; method: keyof typeof methods; args: never[] }

addEventListener('message', async ({ data }: MessageEvent<Message>) => {
  if ('name' in data) {
    db = await open(data.name)
    postMessage({ ready: true })
    return
  }
  try {
    const call = methods[data.method] as (...args: never[]) => unknown
    postMessage({ id: data.id, result: call(...data.args) })
  } catch (error) {
    postMessage({ id: data.id, error: String(error) })
  }
})

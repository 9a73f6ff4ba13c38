import type { DBCore, DBCoreCursor, DBCoreKeyRange, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie'

import { rowFromBytes, rowToBytes } from './row-bytes.ts'
import { createRowCipher, type RowCipher } from './row-cipher.ts'

type Row = Record<string, unknown>

/** Where the rest of a row stands. */
const SEALED = 'sealed'

/** Tables that hold nothing but what indexes of others hold too: which record changed. */
const IN_CLEAR = new Set(['changes'])

/** The fields by which the table's rows are found: all others are sealed. */
const foundBy = ({ schema }: DBCoreTable): ReadonlySet<string> =>
  new Set([schema.primaryKey, ...schema.indexes].flatMap(({ keyPath }) => keyPath ?? []))

/** Longer ones are no key that Fairbook makes, and are not left in the clear. */
const LONGEST_KEY = 200

const isKey = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.length <= LONGEST_KEY)

/** Makes rows of one table what is stored, and what is stored rows again. */
const rowCodec = (table: DBCoreTable, { seal, open, veil }: RowCipher) => {
  const fields = foundBy(table)
  const { primaryKey } = table.schema
  const keyFields = new Set([primaryKey.keyPath ?? []].flat())
  const isClear = IN_CLEAR.has(table.name)
  /**
   * What the sealed part is bound to: it opens only in its table, beside the ids and links it was stored with. A number that
   * IndexedDB gives is not known before.
   */
  const boundTo = (clear: Row): string => {
    const ids = Object.entries(clear).filter(([name]) => !(primaryKey.autoIncrement && name === primaryKey.keyPath))
    return JSON.stringify([table.name, ...ids.sort()])
  }
  const veiled = (row: Row): Row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, veil(value)]))
  return {
    toStored: (row: Row): Row => {
      if (isClear) return veiled(row)
      const clear: Row = {}
      const rest: Row = {}
      for (const [name, value] of Object.entries(row)) {
        const shown = fields.has(name) && (keyFields.has(name) || isKey(value)) ? veil(value) : undefined
        if (shown !== undefined) clear[name] = shown
        if (shown !== value) Object.defineProperty(rest, name, { value, enumerable: true })
      }
      return { ...clear, [SEALED]: seal(rowToBytes(rest), boundTo(clear)) }
    },
    /** @throws UnopenedRowError */
    fromStored: (stored: Row, unveil: RowCipher['unveil']): Row => {
      if (isClear) return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, unveil(value)]))
      const { [SEALED]: sealed, ...clear } = stored
      return { ...clear, ...rowFromBytes(open(sealed, boundTo(clear))) }
    },
  }
}

const sealTable = (table: DBCoreTable, cipher: RowCipher): DBCoreTable => {
  const { veil, unveil } = cipher
  const { toStored, fromStored } = rowCodec(table, cipher)
  const opened = (stored: Row | undefined): Row | undefined => stored && fromStored(stored, unveil)
  const range = (asked: DBCoreKeyRange): DBCoreKeyRange => {
    const [lower, upper] = [veil(asked.lower), veil(asked.upper)]
    return lower === asked.lower && upper === asked.upper ? asked : { ...asked, lower, upper }
  }
  const inRange = <R extends { query: { range: DBCoreKeyRange } }>(request: R): R => ({
    ...request,
    query: { ...request.query, range: range(request.query.range) },
  })
  const stored = (request: DBCoreMutateRequest): DBCoreMutateRequest => {
    if (request.type === 'deleteRange') return { ...request, range: range(request.range) }
    if (request.type === 'delete') return { ...request, keys: veil(request.keys) }
    return { ...request, values: request.values.map(toStored), ...(request.keys && { keys: veil(request.keys) }) }
  }
  const openCursor = (cursor: DBCoreCursor): DBCoreCursor => {
    let at: unknown
    let value: Row | undefined
    return Object.create(cursor, {
      key: { get: () => unveil(cursor.key) },
      primaryKey: { get: () => unveil(cursor.primaryKey) },
      value: {
        get: () => {
          if (cursor.value !== at) [at, value] = [cursor.value, opened(cursor.value)]
          return value
        },
      },
      continue: { value: (key?: unknown) => cursor.continue(veil(key)) },
      continuePrimaryKey: {
        value: (key: unknown, primaryKey: unknown) => cursor.continuePrimaryKey(veil(key), veil(primaryKey)),
      },
    })
  }
  return {
    ...table,
    mutate: (request) =>
      table.mutate(stored(request)).then(({ lastResult, results, ...answer }) => ({
        ...answer,
        lastResult: unveil(lastResult),
        ...(results && { results: unveil(results) }),
      })),
    get: (request) => table.get({ ...request, key: veil(request.key) }).then(opened),
    getMany: (request) => table.getMany({ ...request, keys: veil(request.keys) }).then((rows) => rows.map(opened)),
    query: (request) =>
      table.query(inRange(request)).then(({ result }) => ({
        result: request.values ? result.map(opened) : unveil(result),
      })),
    openCursor: (request) => table.openCursor(inRange(request)).then((cursor) => cursor && openCursor(cursor)),
    count: (request) => table.count(inRange(request)),
  }
}

/** Below what Dexie does of its own: all that looks at rows on the way sees them as they are. */
const INNERMOST = -10

/**
 * Seals rows on their way into IndexedDB and opens them on their way out, within its transactions. In the clear stand
 * the keys and what indexes need (ids, links, when something was deleted); a table that is added is sealed by itself.
 * Hashes among the keys are veiled, so rows of the blocklist come in another order than that of their ids.
 * @param key 32 bytes
 */
export const sealRows = (key: Uint8Array): Middleware<DBCore> => {
  const cipher = createRowCipher(key)
  return {
    stack: 'dbcore',
    name: 'sealedRows',
    level: INNERMOST,
    create: (core) => ({ table: (name) => sealTable(core.table(name), cipher) }),
  }
}

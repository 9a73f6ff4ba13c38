import Dexie from 'dexie'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'

import { createClock, type WallClock } from '../../shared/change/index.ts'
import { type Catalog, plainCatalog, type WriteKey } from '../../shared/domain/index.ts'
import { followCatalog } from './catalog.ts'
import { commit, type Effect, eraseRecords } from './commit.ts'
import { type BookDatabase, createDatabase, type DatabaseAccess, databaseName } from './database.ts'
import { createDraft, type Draft } from './draft.ts'
import { toAppError } from './errors.ts'
import { revert } from './undo.ts'

/** What a write was, for its toast and the history: the text `write.<key>` with these parameters. */
export type WriteLabel = { key: WriteKey; params?: Record<string, string | number> }

type WriteResult = { writeId: string; effects: readonly Effect[] }

/** Told after each commit of this window. `label` is that of the write itself, also when it is undone or redone. */
type WriteEvent = WriteResult & {
  label: WriteLabel
  kind: 'write' | 'undo' | 'redo'
  /** Of an undo or redo: in how many records something was kept that was changed since. */
  kept: number
}

export type WriteOptions = {
  /** Shared by the parts of one long write, such as an import. */
  writeId?: string
  /** Not on the undo stack and not told: a part of something that is undone as a whole. */
  silent?: boolean
}

type UndoEntry = WriteResult & { label: WriteLabel }

export type Book = {
  readonly db: BookDatabase
  /** What a worker needs to open the same database. */
  readonly access: DatabaseAccess
  readonly id: string
  readonly device: string
  /** Whose name stands in the history. */
  user: string | undefined
  /**
   * The only way to change data. Runs `change` in one transaction; validates, stamps, records history and outbox.
   * Writes of one window run one after the other.
   * @throws AppError; nothing is written then
   */
  write: (
    label: WriteLabel,
    change: (draft: Draft) => void | Promise<void>,
    options?: WriteOptions,
  ) => Promise<WriteResult>
  /**
   * Takes back the last write, one that is still under way included.
   * @returns whether there was one
   */
  undo: () => Promise<boolean>
  redo: () => Promise<boolean>
  /** Takes back one write by its id while it is on the undo stack. */
  undoWrite: (writeId: string) => Promise<void>
  /**
   * Takes records that were erased elsewhere out of what can be undone, in every window: there, too, stands what they
   * once held.
   */
  forget: (records: readonly { table: string; id: string }[]) => void
  /** Every field of the book, as it is now. */
  catalog: () => Promise<Catalog>
  onWrite: (listener: (event: WriteEvent) => void) => () => void
  close: () => void
}

export type BookOptions = {
  id: string
  device: string
  user?: string | undefined
  /** `relaxed` for workers that write in bulk. */
  durability?: 'strict' | 'relaxed'
  wall?: WallClock
  /** Of a locked book: seals its rows. */
  rowKey?: Uint8Array | undefined
}

const UNDO_DEPTH = 200

/** Tables that no write touches. */
const untouched = new Set(['blobs', 'foreign', 'meta', 'suspects', 'asides', 'syncLog'])

/** Writes of what the book held before: what fields of one's own ask by now is not asked of it. */
const puttingBack = new Set<WriteKey>(['undone', 'redone', 'importUndone', 'mergeUndone', 'backupRestored'])

/** Takes what is not to be kept out of a stack: there, too, stands what the records once held. */
const forgetRecords = (stack: UndoEntry[], records: readonly { table: string; id: string }[]): void => {
  const gone = new Set(records.map(({ table, id }) => `${table}/${id}`))
  const kept = stack.flatMap((entry) => {
    const effects = entry.effects.filter(({ table, id }) => !gone.has(`${table}/${id}`))
    return effects.length > 0 ? [{ ...entry, effects }] : []
  })
  stack.splice(0, stack.length, ...kept)
}

/** What `changesChannel` carries: `gone` are records of which nothing is to be put back. */
const messageSchema = z.object({ gone: z.array(z.object({ table: z.string(), id: z.string() })).optional() })

/** Tells every window and worker that the book has changed; its message is `{ seq, gone? }`. */
export const changesChannel = (databaseName: string): string => `fairbook-changes:${databaseName}`

export const openBook = (options: BookOptions): Book => {
  const { id, device, user, durability = 'strict', wall = Date.now, rowKey } = options
  const access = { dbName: databaseName(id, rowKey !== undefined), rowKey }
  const db = createDatabase(access.dbName, durability, rowKey)
  const clock = createClock(device, wall)
  const listeners = new Set<(event: WriteEvent) => void>()
  const channel = new BroadcastChannel(changesChannel(db.name))
  const done: UndoEntry[] = []
  const undone: UndoEntry[] = []
  const tables = db.tables.filter(({ name }) => !untouched.has(name))

  const catalog = followCatalog(db)

  const forget = (records: readonly { table: string; id: string }[]): void => {
    if (records.length > 0) for (const stack of [done, undone]) forgetRecords(stack, records)
  }
  channel.onmessage = ({ data }: MessageEvent<unknown>) => forget(messageSchema.safeParse(data).data?.gone ?? [])

  const run = async (
    label: WriteLabel,
    change: (draft: Draft) => void | Promise<void>,
    kind: WriteEvent['kind'],
    { writeId = uuid(), silent = false }: WriteOptions = {},
    told: WriteLabel = label,
    kept: readonly string[] = [],
  ): Promise<WriteResult> => {
    const now = new Date(wall()).toISOString()
    let committed: Awaited<ReturnType<typeof commit>> = { effects: [], seq: 0 }
    let erasedSeq = 0
    let gone: readonly { table: string; id: string }[] = []
    try {
      const fields = await catalog.now()
      await db.transaction('rw', tables, async () => {
        const judging = puttingBack.has(label.key) ? plainCatalog : fields
        const { draft, touched, erased } = createDraft(db, judging, now, book.user)
        await change(draft)
        const context = { clock, now, user: book.user, writeId, what: label.key, catalog: fields }
        committed = await commit(db, touched.values(), context)
        if (erased.length > 0) erasedSeq = await eraseRecords(db, erased, context)
        const redacted = [...touched.values()].filter(({ unrecorded }) => unrecorded)
        gone = [...erased, ...redacted].map(({ table, id: recordId }) => ({ table, id: recordId }))
      })
    } catch (error) {
      throw toAppError(error)
    }
    const result = { writeId, effects: committed.effects }
    const seq = Math.max(committed.seq, erasedSeq)
    const event: WriteEvent = { ...result, label: told, kind, kept: kept.length }
    if (seq === 0) {
      if (kept.length > 0) for (const listener of listeners) listener(event)
      return result
    }
    forget(gone)
    if (result.effects.some(({ table }) => table === 'customFields')) catalog.forget()
    channel.postMessage({ seq, ...(gone.length > 0 && { gone }) })
    if (!silent) for (const listener of listeners) listener(event)
    return result
  }

  /** Takes an entry off one stack and puts what takes that back on the other. One that fails stays: it may be tried again. */
  const takeBack = async (kind: 'undo' | 'redo', at: (stack: readonly UndoEntry[]) => number): Promise<boolean> => {
    const [from, to] = kind === 'undo' ? [done, undone] : [undone, done]
    const index = at(from)
    const entry = from[index]
    if (!entry) return false
    from.splice(index, 1)
    const { label, effects } = entry
    try {
      const key = kind === 'undo' ? 'undone' : 'redone'
      const kept: string[] = []
      const change = async (draft: Draft) => void kept.push(...(await revert(draft, effects, device)))
      const result = await run({ key }, change, kind, {}, label, kept)
      if (result.effects.length > 0) to.push({ label, ...result })
      return true
    } catch (error) {
      from.splice(index, 0, entry)
      throw error
    }
  }

  /** What a person did so far and is not done yet: pages show it at once, and it can be taken back at once. */
  let underWay: Promise<unknown> = Promise.resolve()
  const follow = <T>(job: Promise<T>): Promise<T> => {
    underWay = Promise.allSettled([underWay, job])
    return job
  }
  const takeBackNext = (kind: 'undo' | 'redo', at: (stack: readonly UndoEntry[]) => number): Promise<boolean> =>
    follow(underWay.then(() => takeBack(kind, at)))
  const newest = (stack: readonly UndoEntry[]): number => stack.length - 1

  const writeAndKeep: Book['write'] = async (label, change, options) => {
    const result = await run(label, change, 'write', options)
    if (result.effects.length > 0 && !options?.silent) {
      done.push({ label, ...result })
      if (done.length > UNDO_DEPTH) done.shift()
      undone.length = 0
    }
    return result
  }

  const book: Book = {
    db,
    access,
    id,
    device,
    user,
    write: (label, change, options) => {
      const job = writeAndKeep(label, change, options)
      return options?.silent ? job : follow(job)
    },
    undo: () => takeBackNext('undo', newest),
    redo: () => takeBackNext('redo', newest),
    undoWrite: async (writeId) => {
      await takeBackNext('undo', (stack) => stack.findIndex((entry) => entry.writeId === writeId))
    },
    forget: (records) => {
      forget(records)
      channel.postMessage({ seq: 0, gone: records.map(({ table, id: recordId }) => ({ table, id: recordId })) })
    },
    catalog: catalog.now,
    onWrite: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      catalog.stop()
      channel.close()
      db.close()
    },
  }
  return book
}

/** Removes a window's copy of a book: one that can't be opened any more, or of before it was locked or unlocked. */
export const deleteDatabase = (bookId: string, sealed: boolean): Promise<void> =>
  Dexie.delete(databaseName(bookId, sealed))

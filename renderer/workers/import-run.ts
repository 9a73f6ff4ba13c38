import { v7 as uuid } from 'uuid'
import { z } from 'zod'

import { AppError } from '../../shared/app-error.ts'
import { type ImportRules, type Mapping, packRules, unpackRules } from '../../shared/import/index.ts'
import {
  type Book,
  forgetImport,
  keepImport,
  keepRowRecords,
  keepRows,
  keptImports,
  readKeptImport,
  readKeptRows,
} from '../data/index.ts'
import { writeRows } from './import-book.ts'
import { type Loaded, loadFile, questionsOf, readCatalog } from './import-loaded.ts'
import type { ImportLocks } from './import-locks.ts'
import type { FileOptions, ImportResult, ImportSetup, Resumable } from './import-protocol.ts'
import { keptRow } from './import-report.ts'
import { countsOf, type Walk, type WalkContext, walkRows } from './import-walk.ts'

export type RunContext = WalkContext & { setup: Omit<ImportSetup, 'bookId' | 'device' | 'user'>; locks: ImportLocks }

const MAX_NAME = 500
const nouns = ['customers', 'deals', 'interactions', 'tasks'] as const

const choicesSchema = z.object({
  options: z.custom<FileOptions>((value) => typeof value === 'object' && value !== null),
  noun: z.enum(nouns),
  kind: z.enum(['person', 'company']).nullable(),
  columns: z.array(z.object({ path: z.string(), dateOrder: z.enum(['dmy', 'mdy']), dateSure: z.boolean() })),
  /** As `packRules` writes them, at any length. */
  rules: z.string(),
  decided: z.array(z.tuple([z.number(), z.string()])),
})

const datesOf = ({ columns }: Mapping) =>
  Object.fromEntries(
    columns.flatMap(({ header, path, dateOrder }) => (path === '' ? [] : [[header, dateOrder] as const])),
  )

const choicesOf = ({ options, mapping }: Loaded, rules: ImportRules, decided: ReadonlyMap<number, string>): string =>
  JSON.stringify({
    options,
    noun: mapping.noun,
    kind: mapping.kind ?? null,
    columns: mapping.columns.map(({ path, dateOrder, dateSure }) => ({ path, dateOrder, dateSure })),
    rules: JSON.stringify({ rules, dates: {} }),
    decided: [...decided],
  } satisfies z.input<typeof choicesSchema>)

const hold = async ({ locks }: RunContext, importId: string): Promise<() => void> => {
  const release = await locks.hold(importId)
  if (!release) throw new AppError('importRunning')
  return release
}

const setState = (book: Book, importId: string, state: 'done' | 'cancelled'): Promise<unknown> =>
  book.write({ key: 'imported' }, (draft) => draft.update('imports', importId, { state }), {
    writeId: importId,
    silent: true,
  })

/** The import is over: nothing of it stays on the device but its line in the list. */
const end = async (book: Book, loaded: Loaded, importId: string, state: 'done' | 'cancelled'): Promise<void> => {
  await setState(book, importId, state)
  await keepRowRecords(book.db, loaded.hash, loaded.tally?.foundIds() ?? new Map())
  await forgetImport(book.db, importId)
  loaded.release?.()
  delete loaded.release
}

/** Rows of the file whose records get a picture. */
export const photoRows = ({ photos, tally }: Loaded): [row: number, id: string][] =>
  [...(tally?.recordIds() ?? [])].filter(([row]) => photos.has(row))

const go = async (
  context: RunContext,
  loaded: Loaded,
  walk: Omit<Walk, 'each' | 'findLikely'>,
): Promise<ImportResult> => {
  const { book } = context
  const { importId } = walk
  const { report, cancelled } = await walkRows(context, loaded, {
    ...walk,
    findLikely: false,
    each: async (planned, from) => {
      await keepRows(book.db, importId, from, planned.map(keptRow))
      await writeRows(book, importId, planned, { ...countsOf(loaded), rowsDone: from + planned.length })
    },
  })
  const photos = cancelled ? 0 : photoRows(loaded).length
  const state = cancelled ? 'cancelled' : 'done'
  if (photos === 0) await end(book, loaded, importId, state)
  return { ...report, importId, state, photos }
}

/**
 * Imports a file. Rows and how far it got commit together; what is needed to go on after a crash stays on the device
 * until the end.
 * @throws AppError importUnanswered
 */
export const runImport = async (context: RunContext, loaded: Loaded, rules: ImportRules): Promise<ImportResult> => {
  const { book, setup } = context
  const catalog = await readCatalog(book)
  if (questionsOf(loaded, catalog).length > 0) throw new AppError('importUnanswered')
  const importId = uuid()
  const now = new Date().toISOString()
  let decided: ReadonlyMap<number, string> = new Map()
  if (rules.duplicates !== 'create') {
    const trial: Walk = { importId, now, rules, findLikely: true, each: async () => undefined }
    const { cancelled } = await walkRows(context, loaded, trial)
    if (cancelled) throw new AppError('cancelled')
    decided = loaded.tally?.decided() ?? new Map()
  }
  loaded.release = await hold(context, importId)
  loaded.importId = importId
  const { bytes, fileName, mapping, signature, hash, table } = loaded
  const country = setup.country
  await keepImport(book.db, importId, {
    bytes: new Uint8Array(bytes),
    fileName,
    now,
    ...(country !== undefined && { country }),
    choices: choicesOf(loaded, rules, decided),
  })
  await book.write(
    { key: 'imported' },
    (draft) =>
      void draft.create('imports', {
        id: importId,
        createdAt: now,
        fileName: fileName.slice(0, MAX_NAME),
        noun: mapping.noun,
        state: 'running',
        created: 0,
        updated: 0,
        unchanged: 0,
        failed: 0,
        skipped: 0,
        rowsDone: 0,
        rowsTotal: table.rows.length,
        signature,
        fileHash: hash,
        rules: packRules(rules, datesOf(mapping)),
        mapping: mapping.columns.map(({ header, path }) => ({ header, field: path })),
        ...(mapping.source !== undefined && { source: mapping.source }),
      }),
    { writeId: importId, silent: true },
  )
  try {
    return await go(context, loaded, { importId, now, rules, decided })
  } catch (error) {
    // What is needed to go on stays on the device.
    loaded.release()
    throw error
  }
}

/** The pictures are stored: the import is over. */
export const finishImport = async ({ book }: RunContext, loaded: Loaded): Promise<void> => {
  if (loaded.importId !== undefined && loaded.release) await end(book, loaded, loaded.importId, 'done')
}

/** Imports of this device that were broken off, the latest first. What was kept of others is forgotten. */
export const resumableImports = async ({ book, locks }: Pick<RunContext, 'book' | 'locks'>): Promise<Resumable[]> => {
  const held = await locks.held()
  const ids = (await keptImports(book.db)).filter((id) => !held.has(id))
  const rows = await book.db.imports.bulkGet(ids)
  const found: Resumable[] = []
  for (const [at, id] of ids.entries()) {
    const row = rows[at]
    const noun = nouns.find((one) => one === row?.noun)
    if (row?.state !== 'running' || row.deletedAt !== undefined || !noun) await forgetImport(book.db, id)
    else {
      const { fileName, createdAt, createdBy, rowsDone = 0, rowsTotal = 0 } = row
      found.push({ importId: id, fileName, noun, createdAt, rowsDone, rowsTotal, ...(createdBy && { createdBy }) })
    }
  }
  return found.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
}

/**
 * Takes up an import that was broken off, with what the device kept of it.
 * @throws AppError importRunning, recordMissing where nothing was kept
 */
export const resumeImport = async (
  context: RunContext,
  importId: string,
  onLoaded: (loaded: Loaded) => void,
): Promise<ImportResult> => {
  const { book, setup } = context
  const kept = await readKeptImport(book.db, importId)
  const row = await book.db.imports.get(importId)
  if (!kept || row?.state !== 'running') throw new AppError('recordMissing')
  const release = await hold(context, importId)
  try {
    const choices = choicesSchema.parse(JSON.parse(kept.choices))
    const { noun, kind, columns } = choices
    const loaded = await loadFile(book, setup, kept.bytes, kept.fileName, { ...choices.options, noun, kind })
    loaded.mapping.columns = loaded.mapping.columns.map((column, at) => ({ ...column, ...columns[at] }))
    loaded.importId = importId
    loaded.release = release
    onLoaded(loaded)
    const before = await readKeptRows(book.db, importId, row.rowsDone ?? 0)
    if (before.length !== (row.rowsDone ?? 0)) throw new AppError('recordMissing')
    const { rules } = unpackRules(choices.rules)
    const here = { ...context, setup: { ...setup, country: kept.country } }
    return await go(here, loaded, { importId, now: kept.now, rules, decided: new Map(choices.decided), before })
  } catch (error) {
    release()
    throw error
  }
}

/**
 * Leaves an import that was broken off as it is.
 * @throws AppError importRunning
 */
export const abandonImport = async (context: RunContext, importId: string): Promise<void> => {
  const { book } = context
  const release = await hold(context, importId)
  try {
    const row = await book.db.imports.get(importId)
    if (row?.state === 'running') await setState(book, importId, 'cancelled')
    await forgetImport(book.db, importId)
  } finally {
    release()
  }
}

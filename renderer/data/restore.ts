import { canonical, ERASED, flatten, type RecordState, unflatten } from '../../shared/change/index.ts'
import type { Desktop } from '../../shared/desktop-api.ts'
import { nouns } from '../../shared/domain/index.ts'
import { isAbout } from '../../shared/privacy/index.ts'
import type { Book } from './book.ts'
import { isKnownTable, rowsOf } from './database.ts'
import type { Draft, WritableTable } from './draft.ts'

/** What a restore does to one record. */
type RestoreStep = { table: WritableTable; id: string; kind: 'bringBack' | 'change' | 'trash' }
export type RestorePlan = { steps: RestoreStep[]; counts: Record<RestoreStep['kind'], number> }

/** What was decided of conflicts is about the history, which no restore takes back. */
const kept = new Set<string>(['history', 'conflictDecisions'])
const restorable = Object.keys(nouns).filter((table): table is WritableTable => !kept.has(table))

const isErased = ({ values }: RecordState): boolean => Object.hasOwn(values, ERASED)

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Tells what of a backup is about someone who was erased since: a deal that was kept then is not to name them again. */
const aboutErased = async ({ db }: Book): Promise<(state: RecordState) => boolean> => {
  const ids = new Set<string>()
  await rowsOf(db, 'customers').each((row) => {
    if (row[ERASED] !== undefined) ids.add(row.id)
  })
  return ({ table, values: { customerId, companyId } }) =>
    ids.size > 0 &&
    table !== 'customers' &&
    isAbout({ customerId: text(customerId), companyId: text(companyId) }, ids, new Set())
}

/** What means something in its own book only. */
const ownOfBook = new Set<WritableTable>(['settings', 'blocklist'])

/**
 * Compares the book with the records of a backup, without changing anything: records only in the backup, or in the trash
 * since, come back, others that differ get their old values, records made since go to the trash. What was erased stays
 * erased, whichever of the two knows of it, and so does what was about someone erased; who is on the blocklist stays on
 * it, or off it. Of a backup of another book (`bookId`), which was left for this one, only what is not here comes in
 * beside the rest.
 */
export const planRestore = async (
  book: Book,
  backup: ReadonlyMap<string, RecordState>,
  bookId = book.id,
): Promise<RestorePlan> => {
  const isOther = bookId !== book.id
  const steps: RestoreStep[] = []
  const isForgotten = await aboutErased(book)
  for (const table of restorable) {
    if (isOther && ownOfBook.has(table)) continue
    const seen = new Set<string>()
    await rowsOf(book.db, table).each((row) => {
      seen.add(row.id)
      if (row[ERASED] !== undefined || isOther) return
      const old = backup.get(`${table}/${row.id}`)
      if (old && (isErased(old) || isForgotten(old))) return
      if (!old) {
        if (row['deletedAt'] === undefined && table !== 'blocklist') steps.push({ table, id: row.id, kind: 'trash' })
      } else if (table === 'blocklist') return
      else if (canonical(flatten(row)) !== canonical(old.values)) {
        const isBack = row['deletedAt'] !== undefined && old.values['deletedAt'] === undefined
        steps.push({ table, id: row.id, kind: isBack ? 'bringBack' : 'change' })
      }
    })
    for (const state of backup.values())
      if (state.table === table && !seen.has(state.id) && !isErased(state) && !isForgotten(state))
        steps.push({ table, id: state.id, kind: 'bringBack' })
  }
  const counts = { bringBack: 0, change: 0, trash: 0 }
  for (const { kind } of steps) counts[kind] += 1
  return { steps, counts }
}

/**
 * Reading a backup puts its attachments back into the data folder; those that only erased records had go again.
 * @throws AppError
 */
export const dropErasedFiles = async (
  { db }: Book,
  desktop: Desktop,
  backup: ReadonlyMap<string, RecordState>,
): Promise<void> => {
  const [used, erased] = [new Set<unknown>(), new Set<string>()]
  await rowsOf(db, 'attachments').each((row) => {
    if (row[ERASED] === undefined) used.add(row['sha256'])
    else erased.add(row.id)
  })
  const old = [...backup.values()].filter(({ table }) => table === 'attachments')
  for (const { id, values } of old) if (!erased.has(id)) used.add(values['sha256'])
  for (const { id, values } of old) {
    const { sha256 } = values
    if (erased.has(id) && typeof sha256 === 'string' && !used.has(sha256))
      await desktop.call('attachments.delete', { sha256 })
  }
}

const CHUNK = 500

const pathsTo = (old: RecordState, present: Record<string, unknown>): Record<string, unknown> => ({
  ...Object.fromEntries(Object.keys(flatten(present)).map((path) => [path, undefined])),
  ...old.values,
})

/**
 * Carries a plan out as ordinary writes: stamped now, so that it also wins on other copies, recorded in history, and
 * with one write id.
 * @throws AppError
 */
export const restoreBackup = async (
  book: Book,
  backup: ReadonlyMap<string, RecordState>,
  { steps }: RestorePlan,
  writeId: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> => {
  for (let at = 0; at < steps.length; at += CHUNK) {
    await book.write(
      { key: 'backupRestored' },
      async (draft) => {
        for (const { table, id, kind } of steps.slice(at, at + CHUNK)) {
          const old = backup.get(`${table}/${id}`)
          const row = await rowsOf(book.db, table).get(id)
          if (kind === 'trash') await draft.remove(table, id)
          else if (old && row) await draft.setPaths(table, id, pathsTo(old, row))
          else if (old) createFrom(draft, old)
        }
      },
      { silent: true, writeId },
    )
    onProgress(Math.min(at + CHUNK, steps.length), steps.length)
  }
}

const createFrom = (draft: Draft, { table, id, values }: RecordState): void => {
  if (!isKnownTable(table) || table === 'history') return
  draft.create(table, { ...unflatten(values), id } as Parameters<typeof draft.create>[1])
}

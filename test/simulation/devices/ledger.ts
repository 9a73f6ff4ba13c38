import { type Book, isKnownTable, rowsOf } from '../../../renderer/data/index.ts'
import { ERASED } from '../../../shared/change/index.ts'
import type { FieldChange, History } from '../../../shared/domain/index.ts'

/** A history row with the stamp that it gave. */
export type HistoryRow = History & { stamp: string }

/** What a person was told was done: the history rows of a write, and the records that it made. */
export type Acknowledged = {
  device: string
  writeId: string
  rows: readonly HistoryRow[]
  made: readonly { table: string; id: string; changes: readonly FieldChange[] }[]
  /** Whether the journal has it. */
  saved: boolean
  /** Whether the place has it. */
  shared: boolean
}

/** Keeps what each device acknowledged, and which texts stood where first. */
export type Ledger = {
  /** Listens to a book that was just opened. */
  follow: (device: string, book: Book) => void
  /** Reads what the last writes left behind. */
  settle: (device: string, book: Book) => Promise<void>
  markSaved: (device: string) => void
  markShared: (device: string) => void
  /** Forgets what a device promised and has lost: all that is not saved, or not shared and later than `from`. */
  drop: (device: string, lost: { unsaved: true } | { from: number }) => void
  /** The place of the next acknowledgement. */
  length: () => number
  all: () => readonly Acknowledged[]
  /** Every canary with the record in which it stood first. */
  owners: () => ReadonlyMap<string, string>
}

export const CANARY = /CNR\d+Q/g

type Pending = { device: string; writeId: string; made: Acknowledged['made'] }

export const createLedger = (): Ledger => {
  let kept: Acknowledged[] = []
  let pending: Pending[] = []
  const owners = new Map<string, string>()

  const observe = async ({ db }: Book): Promise<void> => {
    for (const { name } of db.tables) {
      if (!isKnownTable(name) || name === 'history' || name === 'conflictDecisions') continue
      for (const row of await rowsOf(db, name).toArray())
        for (const [canary] of JSON.stringify(row).matchAll(CANARY))
          if (!owners.has(canary)) owners.set(canary, `${name}/${row.id}`)
    }
  }

  return {
    follow: (device, book) => {
      book.onWrite(({ writeId, effects }) => {
        const made = effects.filter(({ created }) => created)
        pending.push({ device, writeId, made })
      })
    },
    settle: async (device, book) => {
      for (const one of pending.filter((waiting) => waiting.device === device)) {
        const rows = await book.db.history.where('writeId').equals(one.writeId).toArray()
        kept.push({ ...one, rows: rows.filter((row) => !(ERASED in row)), saved: false, shared: false })
      }
      pending = pending.filter((waiting) => waiting.device !== device)
      await observe(book)
    },
    markSaved: (device) => {
      for (const one of kept) if (one.device === device) one.saved = true
    },
    markShared: (device) => {
      for (const one of kept) if (one.device === device) one.shared = true
    },
    drop: (device, lost) => {
      pending = pending.filter((waiting) => waiting.device !== device)
      const isLost = (one: Acknowledged, index: number): boolean => {
        if (one.device !== device || one.shared) return false
        return 'from' in lost ? index >= lost.from : !one.saved
      }
      // Kept in its place, so that `from` of other backups holds.
      kept = kept.map((one, index) => (isLost(one, index) ? { ...one, rows: [], made: [] } : one))
    },
    length: () => kept.length,
    all: () => kept,
    owners: () => owners,
  }
}

import { isFollowed } from './engine.ts'
import { BUILD_ORDER, type Model } from './model.ts'
import type { Source } from './source.ts'

const SCAN_ROWS = 2_000
const CHANGE_LINES = 4_000

/** Reads every row of the book into an empty model, in pieces. What is written meanwhile is followed afterwards. */
export const rebuild = async (source: Source, model: Model): Promise<Model> => {
  const seq = await source.lastSeq()
  for (const table of BUILD_ORDER) {
    let after = ''
    for (;;) {
      const rows = await source.scan(table, after, SCAN_ROWS)
      for (const row of rows) model.engine.put(table, row.id, row)
      const last = rows.at(-1)
      if (last === undefined || rows.length < SCAN_ROWS) break
      after = last.id
    }
  }
  model.engine.finish()
  model.questions.forget()
  model.seq = seq
  return model
}

/** Reads the records of the outbox's lines up to `to` into the model, each in its present state. */
export const follow = async (source: Source, model: Model, to: number): Promise<void> => {
  while (model.seq < to) {
    const lines = await source.changesAfter(model.seq, CHANGE_LINES)
    const last = lines.at(-1)
    if (last === undefined) {
      // Only lines that are not needed any more are dropped from the outbox.
      model.seq = to
      return
    }
    const byTable = new Map<string, Set<string>>()
    for (const { table, id } of lines) byTable.set(table, (byTable.get(table) ?? new Set()).add(id))
    const read = await Promise.all(
      [...byTable].map(async ([table, changed]) => {
        if (!isFollowed(table)) return []
        const ids = [...changed]
        const rows = await source.rows(table, ids)
        return ids.map((id, index) => ({ table, id, row: rows[index] }))
      }),
    )
    for (const { table, id, row } of read.flat()) model.engine.put(table, id, row)
    model.engine.finish()
    model.questions.forget()
    model.seq = last.seq
  }
}

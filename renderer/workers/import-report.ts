import type { Planned, Problem, Table } from '../../shared/import/index.ts'
import type { BadRow, Counts, ImportReport } from './import-protocol.ts'

const SHOWN_ROWS = 100

export type Tally = {
  add: (planned: readonly Planned[]) => void
  report: (companies: number) => ImportReport
  /** All bad rows, for the file to mend. */
  bad: () => readonly { row: number; problems: Problem[] }[]
}

/** Counts what a plan does, and gathers what is wrong. */
export const createTally = (table: Pick<Table, 'numbers'>): Tally => {
  const counts: Counts = { created: 0, updated: 0, unchanged: 0, failed: 0, companies: 0, partial: 0 }
  const kinds = new Map<string, ImportReport['problems'][number]>()
  const bad: { row: number; problems: Problem[] }[] = []
  const note = ({ code, path = '', value = '' }: Problem) => {
    const key = `${code}/${path}`
    const held = kinds.get(key)
    if (held) held.count += 1
    else kinds.set(key, { code, path, count: 1, sample: value.slice(0, 80) })
  }
  return {
    add: (planned) => {
      for (const { row, outcome, problems } of planned) {
        counts[outcome] += 1
        if (problems.length === 0) continue
        if (outcome !== 'failed') counts.partial += 1
        bad.push({ row, problems })
        for (const problem of problems) note(problem)
      }
    },
    report: (companies) => ({
      counts: { ...counts, companies },
      problems: [...kinds.values()].sort((a, b) => b.count - a.count),
      badRows: bad
        .slice(0, SHOWN_ROWS)
        .map(({ row, problems }): BadRow => ({ number: table.numbers[row] ?? row + 1, problems })),
      badCount: bad.length,
    }),
    bad: () => bad,
  }
}

import type { Attachment, Customer, Deal, History, Interaction, Task } from '../../../../shared/domain/index.ts'

/** One thing that happened to a customer. `at` is an ISO instant. */
export type TimelineEntry = { id: string; at: string } & (
  | { kind: 'interaction'; interaction: Interaction }
  | { kind: 'change'; history: History }
  | { kind: 'dealChange'; history: History; deal: Deal }
  | { kind: 'dealAdded'; deal: Deal }
  | { kind: 'taskDone'; task: Task }
  | { kind: 'fileAdded'; file: Attachment }
  | { kind: 'added'; customer: Customer }
)

export type TimelineSources = {
  customer: Customer
  interactions: readonly Interaction[]
  deals: readonly Deal[]
  tasks: readonly Task[]
  files: readonly Attachment[]
  history: readonly History[]
  dealHistory: readonly History[]
}

/** What a deal's own order or stage dates say is no news: the move itself is told. */
const SILENT = new Set(['order', 'stageEnteredAt', 'closedAt', 'lastContactAt'])
const fieldOf = (path: string): string => path.split('/', 1)[0] ?? path

/** A history row with only the changes that a reader wants to hear of; nothing when none is left. */
const toldChanges = (row: History): History | undefined => {
  const changes = row.changes.filter(({ path }) => !SILENT.has(fieldOf(path)))
  return changes.length > 0 ? { ...row, changes } : undefined
}

const newestFirst = (a: TimelineEntry, b: TimelineEntry): number =>
  a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1

/** Everything that happened to a customer in one line, newest first. */
export const buildTimeline = (sources: TimelineSources): TimelineEntry[] => {
  const { customer, interactions, deals, tasks, files, history, dealHistory } = sources
  const byId = new Map(deals.map((deal) => [deal.id, deal]))
  const entries: TimelineEntry[] = [
    { kind: 'added', id: customer.id, at: customer.createdAt, customer },
    ...interactions.map(
      (interaction): TimelineEntry => ({ kind: 'interaction', id: interaction.id, at: interaction.at, interaction }),
    ),
    ...deals.map((deal): TimelineEntry => ({ kind: 'dealAdded', id: deal.id, at: deal.createdAt, deal })),
    ...files.map((file): TimelineEntry => ({ kind: 'fileAdded', id: file.id, at: file.createdAt, file })),
  ]
  for (const task of tasks) if (task.doneAt) entries.push({ kind: 'taskDone', id: task.id, at: task.doneAt, task })
  for (const row of history) {
    const told = toldChanges(row)
    if (told) entries.push({ kind: 'change', id: row.id, at: row.createdAt, history: told })
  }
  for (const row of dealHistory) {
    const told = toldChanges(row)
    const deal = byId.get(row.recordId)
    if (told && deal) entries.push({ kind: 'dealChange', id: row.id, at: row.createdAt, history: told, deal })
  }
  return entries.sort(newestFirst)
}

export type TimelineMonth = { month: string; entries: TimelineEntry[] }

const monthOf = (at: string): string => {
  const date = new Date(at)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`
}

/** Entries that are sorted, by the local month (`YYYY-MM`) they happened in. */
export const byMonth = (entries: readonly TimelineEntry[]): TimelineMonth[] => {
  const months: TimelineMonth[] = []
  for (const entry of entries) {
    const month = monthOf(entry.at)
    const last = months.at(-1)
    if (last?.month === month) last.entries.push(entry)
    else months.push({ month, entries: [entry] })
  }
  return months
}

import type { Backup } from './manifest.ts'

const DAY = 86_400_000

const dayOf = (createdAt: string): number => Math.floor(Date.parse(createdAt) / DAY)
// The first of January 1970 was a Thursday: weeks begin on Monday.
const weekOf = (createdAt: string): number => Math.floor((dayOf(createdAt) + 3) / 7)
const monthOf = (createdAt: string): string => createdAt.slice(0, 7)

/** Seven days, then four weeks, then twelve months of dailies, of which each keeps its newest. */
const daily = [
  { period: dayOf, keep: 7 },
  { period: weekOf, keep: 4 },
  { period: monthOf, keep: 12 },
] as const

/**
 * Of backups before an import, a merge or a restore, the newest of each are kept. Those by hand stay for ever, and so do
 * those before another book was joined: nothing else has what was here.
 */
const KEEP_BEFORE = 10

const newestFirst = (backups: readonly Backup[]): Backup[] =>
  [...backups].sort((a, b) =>
    a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : a.name < b.name ? 1 : -1,
  )

/** The newest backup of each period, `keep` at most. A period whose newest is kept already does not count. */
const keepNewestOfEach = (
  kept: Set<Backup>,
  ordered: readonly Backup[],
  period: (createdAt: string) => unknown,
  keep: number,
): void => {
  const seen = new Set<unknown>()
  let added = 0
  for (const backup of ordered) {
    const of = period(backup.createdAt)
    if (seen.has(of)) continue
    seen.add(of)
    if (kept.has(backup)) continue
    if (added >= keep) return
    kept.add(backup)
    added += 1
  }
}

/**
 * The backups that may go. Dailies are counted as `borg prune` does: only periods that have one, not from today's date, so a clock that is years ahead for a day deletes nothing.
 */
export const outlived = (backups: readonly Backup[]): Backup[] => {
  const ordered = newestFirst(backups)
  const dailies = ordered.filter(({ reason }) => reason === 'daily')
  const kept = new Set<Backup>()
  for (const { period, keep } of daily) keepNewestOfEach(kept, dailies, period, keep)
  for (const before of ['import', 'merge', 'restore'] as const)
    for (const backup of ordered.filter(({ reason }) => reason === before).slice(0, KEEP_BEFORE)) kept.add(backup)
  return ordered.filter((backup) => backup.reason !== 'manual' && backup.reason !== 'join' && !kept.has(backup))
}

/** Whether the day (UTC) of `now`, in Unix milliseconds, has its backup. */
export const hasDaily = (backups: readonly Backup[], now: number): boolean =>
  backups.some(({ reason, createdAt }) => reason === 'daily' && dayOf(createdAt) === Math.floor(now / DAY))

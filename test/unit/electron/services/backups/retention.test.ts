import { expect, test } from 'vitest'

import type { Backup } from '../../../../../electron/services/backups/manifest.ts'
import { hasDaily, outlived } from '../../../../../electron/services/backups/retention.ts'

const DAY = 86_400_000

const backup = (at: number, reason: Backup['reason'] = 'daily'): Backup => {
  const createdAt = new Date(at).toISOString()
  return { name: `${createdAt}-${reason}`, createdAt, reason, bookId: 'b', size: 1, counts: {} }
}

/** Lives through days with one daily backup each, deleting what has outlived. */
const live = (days: number, from: number): Backup[] => {
  let held: Backup[] = []
  for (let day = 0; day < days; day += 1) {
    held.push(backup(from + day * DAY))
    const gone = new Set(outlived(held))
    held = held.filter((item) => !gone.has(item))
  }
  return held
}

test('after two years of days there are seven days, four weeks, twelve months', () => {
  const from = Date.UTC(2026, 0, 1, 9)
  const last = from + 729 * DAY
  const held = live(730, from)
  const ages = held.map(({ createdAt }) => Math.round((last - Date.parse(createdAt)) / DAY)).sort((a, b) => a - b)
  expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
  const weekly = ages.slice(7, 11)
  expect(
    weekly
      .slice(1)
      .map((age, index) => age - (weekly[index] ?? 0))
      .every((gap) => gap <= 7),
  ).toBe(true)
  const months = held.slice(0, -11).map(({ createdAt }) => createdAt.slice(0, 7))
  expect(new Set(months).size).toBe(12)
  expect(held).toHaveLength(7 + 4 + 12)
})

test('a clock that is years ahead for a day deletes nothing but the oldest of its days', () => {
  const held = live(8, Date.UTC(2026, 5, 1))
  const gone = outlived([...held, backup(Date.UTC(2090, 0, 1))])
  expect(gone.length).toBeLessThanOrEqual(1)
})

test('backups by hand and before joining stay for ever; before an import, a merge or a restore the newest ten of each', () => {
  const held = (['manual', 'join', 'import', 'merge', 'restore'] as const).flatMap((reason) =>
    Array.from({ length: 25 }, (_, day) => backup(Date.UTC(2020, 0, 1 + day), reason)),
  )
  const gone = new Set(outlived(held))
  const left = held.filter((item) => !gone.has(item))
  for (const reason of ['manual', 'join']) expect(left.filter((item) => item.reason === reason)).toHaveLength(25)
  for (const reason of ['import', 'merge', 'restore'])
    expect(left.filter((item) => item.reason === reason).map(({ createdAt }) => createdAt.slice(8, 10))).toEqual(
      Array.from({ length: 10 }, (_, index) => String(16 + index)),
    )
})

test('a daily backup counts for its own day only', () => {
  const noon = Date.UTC(2026, 10, 22, 12)
  expect(hasDaily([backup(noon)], noon + 11 * 3_600_000)).toBe(true)
  expect(hasDaily([backup(noon)], noon + 12 * 3_600_000)).toBe(false)
  expect(hasDaily([backup(noon, 'manual')], noon)).toBe(false)
})

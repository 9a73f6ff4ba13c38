import { AppError } from '../../shared/app-error.ts'
import { type Aside, ERASED, type RecordState, stampMillis, toRow } from '../../shared/change/index.ts'
import { nouns } from '../../shared/domain/index.ts'
import { isKnownTable } from '../data/index.ts'
import { breathe } from './breathe.ts'

/** The shape of a stamp; one of any other shape could sort behind all others, and win for ever. */
const STAMP = /^[0-9a-z]{9}\.[0-9a-z]{4}\.[^.]{1,80}$/
/** The first millisecond of the year 3000: clocks go wrong, but not so far. */
const LAST_MILLIS = Date.UTC(3000, 0)

const isStamp = (stamp: string): boolean => STAMP.test(stamp) && stampMillis(stamp) < LAST_MILLIS

const stampsOf = ({ stamp, stamps }: RecordState): string[] => [stamp, ...Object.values(stamps ?? {})]

const hasStamps = (state: RecordState): boolean =>
  stampsOf(state).every((stamp, index) =>
    index === 0 && stamp === ''
      ? Object.keys(state.values).every((path) => state.stamps !== undefined && Object.hasOwn(state.stamps, path))
      : isStamp(stamp),
  )

/** Tables that pages show as they are: a value of the wrong kind there breaks more than itself. */
const fits = (state: RecordState): boolean =>
  Object.hasOwn(state.values, ERASED) ||
  !isKnownTable(state.table) ||
  nouns[state.table].schema.safeParse(toRow(state)).success

/** Records looked at in one go: a few milliseconds of a slow machine, so that the window stays smooth. */
const SLICE = 100

/** What a shared replica gave, looked at. */
type Examined = { good: RecordState[]; odd: Aside[]; ahead: number }

/**
 * Looks at what a shared replica gives before it is believed: anyone who can write there wrote it. A record whose stamps
 * are none, or whose fields are not of their kind, is put aside as `odd` (a newer version may know better); every device
 * judges the same, so that books still come to be equal.
 * A stamp from the future is taken: to judge it by this clock would make books differ, and a record that carries one can
 * still be changed. `ahead` says how far, in milliseconds, the newest is ahead of `now`.
 * Many records are looked at in slices, with the window's own work between them.
 * @throws AppError `cancelled`, between two slices
 */
export const examine = async (
  records: readonly RecordState[],
  now: number,
  signal: AbortSignal = new AbortController().signal,
): Promise<Examined> => {
  const found: Examined = { good: [], odd: [], ahead: 0 }
  for (let at = 0; at < records.length; at += SLICE) {
    if (at > 0) await breathe()
    if (signal.aborted) throw new AppError('cancelled')
    for (const state of records.slice(at, at + SLICE)) {
      if (!hasStamps(state) || !fits(state)) {
        found.odd.push({ key: `${state.table}/${state.id}`, reason: 'odd' })
        continue
      }
      found.good.push(state)
      for (const stamp of stampsOf(state)) found.ahead = Math.max(found.ahead, stampMillis(stamp) - now)
    }
  }
  return found
}

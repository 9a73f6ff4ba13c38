import { type Aside, ERASED, type RecordState, stampMillis, toRow } from '../../shared/change/index.ts'
import { nouns } from '../../shared/domain/index.ts'
import { isKnownTable } from '../data/index.ts'

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

/**
 * Looks at what a shared replica gives before it is believed: anyone who can write there wrote it. A record whose stamps
 * are none, or whose fields are not of their kind, is put aside as `odd` (a newer version may know better); every device
 * judges the same, so that books still come to be equal.
 * A stamp from the future is taken: to judge it by this clock would make books differ, and a record that carries one can
 * still be changed. `ahead` says how far, in milliseconds, the newest is ahead of `now`.
 */
export const examine = (
  records: readonly RecordState[],
  now: number,
): { good: RecordState[]; odd: Aside[]; ahead: number } => {
  const good: RecordState[] = []
  const odd: Aside[] = []
  let ahead = 0
  for (const state of records) {
    if (!hasStamps(state) || !fits(state)) {
      odd.push({ key: `${state.table}/${state.id}`, reason: 'odd' })
      continue
    }
    good.push(state)
    for (const stamp of stampsOf(state)) ahead = Math.max(ahead, stampMillis(stamp) - now)
  }
  return { good, odd, ahead }
}

import { AppError } from '../../../../shared/app-error.ts'
import { type Aside, merge, type RecordState, sameState } from '../../../../shared/change/index.ts'
import type { RecordCodec } from '../codec.ts'
import type { Database, Written } from './database.ts'
import type { Document } from './documents.ts'
import { groupsOf } from './groups.ts'
import type { KnownRecords } from './known.ts'
import type { Tools } from './patience.ts'
import { mayReplace, readStored, type Stored } from './stored.ts'

/** Of one request. */
const BATCH = { items: 100, bytes: 1024 * 1024 }
/** How often a record is merged anew because someone else wrote it in between. */
const ROUNDS = 10

export type PushTo = {
  db: Database
  codec: RecordCodec
  known: KnownRecords
  tools: Pick<Tools, 'random' | 'sleep'>
}

/** A record on its way: what is to be there. */
type Wanted = { id: string; state: RecordState }
/** What to write of it, and what then is known. */
type Plan = Wanted & { docs: Document[] }
type Round = { again: Wanted[]; aside: Aside[] }

const asideOf = ({ state }: Wanted, reason: Aside['reason']): Aside => ({ key: `${state.table}/${state.id}`, reason })

/** What is to be written so that both what stands there and what is wanted is there: nothing, where it is already. */
const planOf = (
  codec: RecordCodec,
  { id, state }: Wanted,
  there: Pick<Stored, 'rev' | 'lost' | 'state'> | undefined,
) => {
  const merged = there?.state ? merge(there.state, state) : state
  const isThere = there?.state !== undefined && there.lost.length === 0 && sameState(merged, there.state)
  if (isThere) return undefined
  const doc = { ...codec.encode(merged), _id: id, ...(there && { _rev: there.rev }) }
  const gone = (there?.lost ?? []).map((rev) => ({ _id: id, _rev: rev, _deleted: true }))
  return { id, state: merged, docs: [doc, ...gone] } satisfies Plan
}

/** Looks at what stands there of each, and says what to write. */
const plan = async (to: PushTo, wanted: readonly Wanted[]): Promise<{ plans: Plan[]; aside: Aside[] }> => {
  const { db, codec, known } = to
  const unknown = wanted.filter(({ id }) => known.get(id) === undefined)
  const docs = await db.getAll(unknown.map(({ id }) => id))
  const found = new Map(unknown.map(({ id }, index) => [id, docs[index]]))
  const plans: Plan[] = []
  const aside: Aside[] = []
  for (const one of wanted) {
    const held = known.get(one.id)
    const doc = found.get(one.id)
    if (doc === 'tooLong') {
      aside.push(asideOf(one, 'tooLarge'))
      continue
    }
    const stored = doc && (await readStored(db, codec, one.id, doc))
    if (stored?.unreadable !== undefined && !mayReplace(stored.unreadable)) {
      aside.push(asideOf(one, stored.unreadable))
      continue
    }
    const there = held ? { ...held, lost: [] } : stored
    const next = planOf(codec, one, there)
    if (next !== undefined) plans.push(next)
  }
  return { plans, aside }
}

/** Errors of a single document that the next look may clear up. */
const refused = new Set(['forbidden', 'unauthorized'])
const large = new Set(['too_large', 'document_too_large', 'request_entity_too_large'])

const write = async (to: PushTo, plans: readonly Plan[]): Promise<Round> => {
  const results = await to.db.bulk(plans.flatMap(({ docs }) => docs))
  if (results === 'tooLarge') {
    const [only] = plans
    if (only !== undefined && plans.length === 1) return { again: [], aside: [asideOf(only, 'tooLarge')] }
    const half = Math.ceil(plans.length / 2)
    const [first, second] = [await write(to, plans.slice(0, half)), await write(to, plans.slice(half))]
    return { again: [...first.again, ...second.again], aside: [...first.aside, ...second.aside] }
  }
  const round: Round = { again: [], aside: [] }
  let at = 0
  for (const one of plans) {
    const own: (Written | undefined)[] = results.slice(at, at + one.docs.length)
    at += one.docs.length
    settle(to, one, own, round)
  }
  return round
}

const settle = ({ db, known }: PushTo, one: Plan, results: readonly (Written | undefined)[], round: Round): void => {
  const [own] = results
  const failed = results.find((result) => result === undefined || 'error' in result)
  if (own !== undefined && 'rev' in own && failed === undefined) {
    known.set(one.id, { rev: own.rev, state: one.state })
    return
  }
  known.forget(one.id)
  const error = own !== undefined && 'error' in own ? own.error : ''
  if (refused.has(error)) throw new AppError('syncForbidden', { place: db.address.name })
  if (large.has(error)) round.aside.push(asideOf(one, 'tooLarge'))
  else round.again.push(one)
}

const sizeOf = ({ docs }: Plan): number => JSON.stringify(docs).length

/**
 * Writes what is not there yet of some records, merged with what stands there: only over the very revision it was
 * merged with. Resolves when all is durable there or named as what cannot be.
 * @throws AppError `syncBusy` when others kept writing the same records
 */
export const pushRecords = async (to: PushTo, records: readonly RecordState[]): Promise<Aside[]> => {
  const { codec, db, tools } = to
  const byId = new Map<string, RecordState>()
  for (const record of records) {
    const id = codec.idOf(record.table, record.id)
    const before = byId.get(id)
    byId.set(id, before ? merge(before, record) : record)
  }
  const aside: Aside[] = []
  let wanted: Wanted[] = [...byId].map(([id, state]) => ({ id, state }))
  for (let round = 0; wanted.length > 0; round += 1) {
    if (round === ROUNDS) throw new AppError('syncBusy', { place: db.address.name })
    if (round > 0) await tools.sleep(50 * 2 ** Math.min(round, 6) * tools.random())
    const again: Wanted[] = []
    for (const lot of groupsOf(wanted, () => 0, BATCH)) {
      const { plans, aside: left } = await plan(to, lot)
      aside.push(...left)
      for (const group of groupsOf(plans, sizeOf, BATCH)) {
        const result = await write(to, group)
        again.push(...result.again)
        aside.push(...result.aside)
      }
    }
    wanted = again
  }
  return aside
}

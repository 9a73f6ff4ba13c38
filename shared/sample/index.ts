import type { Customer, Deal, Interaction, Task } from '../domain/index.ts'
import { customersOf, makeAccounts } from './accounts.ts'
import { createCalendar } from './calendar.ts'
import { makeDeals } from './deals.ts'
import { makeInteractions } from './interactions.ts'
import { moveDays } from './move-days.ts'
import { createRandom } from './random.ts'
import type { Scene } from './scene.ts'
import { makeTasks } from './tasks.ts'
import { touched } from './touches.ts'

type SampleOptions = {
  /** `YYYY-MM-DD`, the owner's day. */
  today: string
  /** ISO 8601 in UTC; nothing that happened lies after it. */
  now: string
  /** ISO 4217: of most deals. */
  currency: string
  /** BCP 47: more customers speak it, and tags are written in it. */
  language?: string
  /** Item of the owner list that everything belongs to. */
  owner?: string
}

/** Records ready to be created, with their ids and dates. */
type SampleBook = {
  customers: Customer[]
  deals: Deal[]
  interactions: Interaction[]
  tasks: Task[]
}

const SEED = 20_261_122
/** The customers are those of this day, moved to the day that is wanted: the same people every day. */
const DRAWN = { today: '2026-11-22', now: '2026-11-22T18:00:00.000Z' }

/**
 * A believable book of a maker of oak interiors: 300 customers in eight languages, 120 deals in the first pipeline,
 * a year of 1,500 interactions and 60 tasks. The same options give the same book.
 */
export const sampleBook = ({ today, now, currency, language = 'en', owner }: SampleOptions): SampleBook => {
  const random = createRandom(SEED)
  const scene: Scene = { random, calendar: createCalendar(random, today, now), currency, language, owner }
  const drawn = makeAccounts({ ...scene, calendar: createCalendar(random, DRAWN.today, DRAWN.now) })
  const accounts = moveDays(drawn, DRAWN.today, today, now)
  const stories = makeDeals(scene, accounts)
  const interactions = makeInteractions(scene, accounts, stories)
  const tasks = makeTasks(scene, accounts, stories)
  return { customers: touched(customersOf(accounts)), deals: stories.map(({ deal }) => deal), interactions, tasks }
}

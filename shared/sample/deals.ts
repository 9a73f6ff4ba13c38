import { generateNKeysBetween } from 'fractional-indexing'

import { type Deal, type DealStatus, initialPipeline, orderedStages } from '../domain/index.ts'
import { YEAR } from './calendar.ts'
import { price } from './money.ts'
import { type Account, given, linksAt, type Scene } from './scene.ts'
import { tagsOf } from './words.ts'

const OPEN = 48
const WON = 45
const LOST = 27

const stages = orderedStages(initialPipeline).map(({ id }) => id)
const reasons = ['price', 'timing', 'competitor', 'noNeed', 'noAnswer', 'price', 'other']

/** A deal with its story: days back of each stage it entered, and of its end. */
export type DealStory = {
  deal: Deal
  account: Account
  entered: readonly number[]
  closed: number | undefined
}

/** Fills in the product and a quantity, in the digits of the language. */
export const fill = ({ random }: Scene, language: string, text: string, product: string): string => {
  const quantity = random.pick([24, 40, 65, 85, 120, 160, 210, 340])
  return text.replaceAll('{product}', product).replaceAll('{n}', new Intl.NumberFormat(language).format(quantity))
}

/** Days back on which each of `count` stages was entered, from `first` down to at least `last`. */
const stageDays = ({ random }: Scene, count: number, first: number, last: number): number[] => {
  const later = Array.from({ length: count - 1 }, () => random.int(last, first)).sort((a, b) => b - a)
  return [first, ...later]
}

const begin = (scene: Scene, accounts: readonly Account[], status: DealStatus, busy: Map<Account, number>) => {
  const { random, calendar } = scene
  const closed = status === 'open' ? undefined : calendar.liveliest(1, YEAR - 5)
  const duration = Math.round(12 + 100 * random.next() ** 1.6)
  const started = closed === undefined ? calendar.liveliest(0, 110) : closed + duration
  const fits = (account: Account) => account.since >= started && account.silentFor <= (closed ?? started)
  const candidates = accounts.filter(fits)
  const account = random.weighted(candidates.length > 0 ? candidates : accounts, (one) => {
    const load = busy.get(one) ?? 0
    return (one.vigor * (one.company ? 2 : 1)) / (1 + 2 * load * load)
  })
  busy.set(account, (busy.get(account) ?? 0) + 1)
  return { account, closed, started: Math.max(closed ?? 0, Math.min(started, account.since)) }
}

/** Some close this week, some are late, most within three months. */
const expectedIn = ({ random }: Scene, index: number): number => {
  if (index < 6) return random.int(0, 6)
  if (index < 11) return -random.int(1, 20)
  return random.int(7, 90)
}

const makeDeal = (
  scene: Scene,
  accounts: readonly Account[],
  status: DealStatus,
  index: number,
  busy: Map<Account, number>,
): DealStory => {
  const { random, calendar } = scene
  const { account, closed, started } = begin(scene, accounts, status, busy)
  const depth = random.weighted(
    [1, 2, 3, 4],
    (count) => (status === 'won' ? [0, 0, 2, 12] : [4, 5, 5, 3])[count - 1] ?? 0,
  )
  const reached = index < 6 && status === 'open' ? 4 : depth
  const entered = stageDays(scene, reached, started, closed ?? 0)
  const dates = entered.map((back) => calendar.instant(back)).sort()
  const createdAt = dates[0] ?? calendar.instant(started)
  const product = random.pick(account.place.talk.products)
  const currency = random.chance(0.88) ? scene.currency : account.place.currency
  const reason = random.pick(reasons)
  const deal: Deal = {
    id: random.uuid(Date.parse(createdAt)),
    createdAt,
    title: fill(scene, account.place.language, random.pick(account.place.talk.deals), product),
    ...linksAt(scene, account, started),
    pipelineId: initialPipeline.id,
    stageId: stages[reached - 1] ?? 'stage:new',
    status,
    value: price(random, currency),
    currency,
    ...given('probability', status === 'open' && random.chance(0.12) ? random.pick([20, 40, 60, 80, 90]) : undefined),
    expectedClose: calendar.day(closed === undefined ? -expectedIn(scene, index) : closed - random.int(-10, 12)),
    ...given('owner', scene.owner),
    ...given('source', (account.company ?? account.people[0]?.customer)?.source),
    ...given('lostReason', status === 'lost' ? `lostReason:${reason}` : undefined),
    ...given('closedAt', closed === undefined ? undefined : [calendar.instant(closed), ...dates].sort().at(-1)),
    stageEnteredAt: Object.fromEntries(dates.map((date, at) => [stages[at] ?? 'stage:new', date])),
    ...given('notes', random.chance(0.25) ? random.pick(account.place.remarks) : undefined),
  }
  return { deal, account, entered, closed }
}

/** What the deals of an account make of it. */
const settle = ({ random, language }: Scene, account: Account, stories: readonly DealStory[]): void => {
  const has = (status: DealStatus) => stories.some((story) => story.account === account && story.deal.status === status)
  const status = () => {
    if (has('won')) return account.silentFor > 90 && random.chance(0.6) ? 'former' : 'customer'
    if (has('open')) return 'prospect'
    if (has('lost')) return random.chance(0.35) ? 'disqualified' : 'lead'
    if (account.since > 400)
      return random.weighted(
        ['customer', 'former', 'lead', 'disqualified'] as const,
        (name) => ({ customer: 4, former: 3, lead: 2, disqualified: 1 })[name],
      )
    return random.chance(0.2) ? 'prospect' : 'lead'
  }
  const settled = status()
  for (const customer of [account.company, ...account.people.map((contact) => contact.customer)]) {
    if (customer === undefined) continue
    customer.status = settled
    const bought = settled === 'customer' || settled === 'former'
    if (bought && random.chance(0.4)) customer.tags = { ...customer.tags, [random.pick(tagsOf(language).buyers)]: true }
  }
}

/** About 120 deals in every state; sets the status of the accounts' customers accordingly. */
export const makeDeals = (scene: Scene, accounts: readonly Account[]): DealStory[] => {
  const busy = new Map<Account, number>()
  const make = (status: DealStatus, count: number) =>
    Array.from({ length: count }, (_, index) => makeDeal(scene, accounts, status, index, busy))
  const stories = [...make('won', WON), ...make('lost', LOST), ...make('open', OPEN)]
  for (const stage of stages) {
    const within = stories.filter(({ deal }) => deal.stageId === stage)
    const keys = generateNKeysBetween(null, null, within.length)
    for (const [index, { deal }] of within.entries()) deal.order = keys[index]
  }
  for (const account of accounts) settle(scene, account, stories)
  return stories
}

import type { Interaction } from '../domain/index.ts'
import { YEAR } from './calendar.ts'
import { type DealStory, fill } from './deals.ts'
import type { Situation } from './market.ts'
import { type Account, given, linksAt, type Scene } from './scene.ts'

const TOTAL = 1_500

type Moment = { account: Account; back: number; situation: Situation; story?: DealStory }

const minutes: Readonly<Record<string, readonly [number, number]>> = {
  call: [2, 25],
  meeting: [30, 90],
  visit: [40, 150],
}

const directions: Readonly<Record<string, Interaction['direction']>> = { out: 'outgoing', in: 'incoming' }

const stageTalk: readonly Situation[] = ['follow', 'follow', 'offer', 'bargain']

/** What is talked about during a deal: at every stage, between them, and at its end. */
const dealMoments = ({ random }: Scene, story: DealStory): Moment[] => {
  const { account, entered, closed, deal } = story
  const first = entered[0] ?? 0
  const last = closed ?? 0
  const between = Array.from({ length: random.int(1, 5) }, () => random.int(last, first))
  const end: Situation[] = deal.status === 'open' ? [] : [deal.status === 'won' ? 'won' : 'lost']
  return [
    ...entered.map((back, index) => ({ account, back, situation: stageTalk[index] ?? 'follow', story })),
    ...between.map((back) => ({ account, back, situation: random.chance(0.2) ? 'missed' : 'follow', story }) as const),
    ...end.map((situation) => ({ account, back: last, situation, story })),
  ]
}

const everyday = (account: Account): readonly (readonly [Situation, number])[] => {
  const status = (account.company ?? account.people[0]?.customer)?.status
  const bought = status === 'customer' || status === 'former'
  return [
    ['follow', 10],
    ['after', bought ? 12 : 0],
    ['missed', 3],
    ['notes', 2],
  ]
}

/** Talk that belongs to no deal, on livelier days more of it, until the account fell silent. */
const everydayMoment = (scene: Scene, accounts: readonly Account[]): Moment => {
  const { random, calendar } = scene
  const back = calendar.liveliest(0, YEAR)
  const known = accounts.filter(({ since, silentFor }) => since >= back && silentFor <= back)
  const account = random.weighted(
    known.length > 0 ? known : accounts.filter(({ since }) => since >= back),
    ({ vigor }) => vigor,
  )
  const [situation] = random.weighted(everyday(account), ([, weight]) => weight)
  return { account, back, situation }
}

/** How those of each source first came in touch; the others rang or were rung. */
const firstTouch: Readonly<Record<string, string>> = {
  'source:fair': 'meeting',
  'source:website': 'email',
  'source:walkIn': 'visit',
  'source:referral': 'call in',
  'source:partner': 'call in',
}

/** What may be said: a first talk fits where the customer came from. */
const linesFor = ({ place, company, people }: Account, situation: Situation): readonly string[] => {
  const lines = place.talk[situation]
  if (situation !== 'first') return lines
  const touch = firstTouch[(company ?? people[0]?.customer)?.source ?? ''] ?? 'call out'
  const fitting = lines.filter((line) => line.startsWith(touch))
  return fitting.length > 0 ? fitting : place.talk.follow.filter((line) => line.startsWith('call out reached'))
}

const makeInteraction = (scene: Scene, { account, back, situation, story }: Moment): Interaction => {
  const { random, calendar } = scene
  const { talk } = account.place
  const [head = '', subject = '', text, nextStep] = random.pick(linesFor(account, situation)).split('|')
  const [channel = 'note', direction, outcome] = head.split(' ')
  const at = calendar.instant(back)
  const length = minutes[channel]
  const product = random.pick(talk.products)
  return {
    id: random.uuid(Date.parse(at)),
    createdAt: at,
    at,
    channel: `channel:${channel}`,
    ...given('direction', directions[direction ?? '']),
    ...given('duration', length === undefined || situation === 'missed' ? undefined : random.int(...length)),
    ...linksAt(scene, account, back),
    ...given('dealId', story?.deal.id),
    subject: fill(scene, account.place.language, subject, product),
    ...given('text', text === undefined ? undefined : fill(scene, account.place.language, text, product)),
    ...given('outcome', outcome === undefined || outcome === '-' ? undefined : `outcome:${outcome}`),
    ...given('nextStep', nextStep),
    ...given('owner', scene.owner),
  }
}

/** About a year of talk, oldest first. */
export const makeInteractions = (
  scene: Scene,
  accounts: readonly Account[],
  stories: readonly DealStory[],
): Interaction[] => {
  const firsts = accounts
    .filter(({ since }) => since <= YEAR)
    .map((account) => ({ account, back: account.since, situation: 'first' }) as const)
  const moments: Moment[] = [...firsts, ...stories.flatMap((story) => dealMoments(scene, story))].filter(
    ({ back }) => back <= YEAR,
  )
  while (moments.length < TOTAL) moments.push(everydayMoment(scene, accounts))
  return moments.map((moment) => makeInteraction(scene, moment)).sort((a, b) => (a.at < b.at ? -1 : 1))
}

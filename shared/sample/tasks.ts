import type { Task } from '../domain/index.ts'
import type { DealStory } from './deals.ts'
import { type Account, given, linksAt, type Scene } from './scene.ts'

/** Days until due, for each kind of task: late, today, ahead, done. */
const late = [1, 1, 2, 3, 4, 6, 9, 14].map((days) => -days)
const todays = [0, 0, 0, 0, 0, 0]
const ahead = [1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 7, 8, 9, 10, 12, 13, 15, 17, 20, 24, 28, 35]
const DONE = 24

/** For how many days the account, and the deal if it is about one, have been there. */
const knownFor = (account: Account, story?: DealStory): number =>
  Math.min(account.since, story?.entered[0] ?? account.since)

const makeTask = (scene: Scene, dueIn: number, done: boolean, account: Account, story?: DealStory): Task => {
  const { random, calendar } = scene
  const made = Math.min(knownFor(account, story), Math.max(0, -dueIn) + random.int(1, 12))
  const createdAt = calendar.instant(made)
  const finished = calendar.instant(Math.max(0, Math.min(made, -dueIn + random.int(-1, 2))))
  return {
    id: random.uuid(Date.parse(createdAt)),
    createdAt,
    title: random.pick(account.place.talk.tasks),
    due: calendar.day(-dueIn),
    ...given('dueTime', random.chance(0.3) ? `${random.int(10, 16)}:${random.pick(['00', '30'])}` : undefined),
    ...given('owner', scene.owner),
    ...given('customerId', linksAt(scene, account, made).customerId),
    ...given('dealId', story?.deal.id),
    ...given('doneAt', done ? (finished < createdAt ? createdAt : finished) : undefined),
  }
}

/** Sixty tasks: late ones, today's, coming ones and those done; half of the open ones belong to open deals. */
export const makeTasks = (scene: Scene, accounts: readonly Account[], stories: readonly DealStory[]): Task[] => {
  const { random } = scene
  const open = stories.filter(({ deal }) => deal.status === 'open')
  const active = accounts.filter(({ silentFor }) => silentFor <= 90)
  const task = (dueIn: number, done: boolean) => {
    const dealt = open.filter((story) => knownFor(story.account, story) > -dueIn)
    const known = active.filter((account) => knownFor(account) > -dueIn)
    const story = dealt.length > 0 && random.chance(done ? 0.3 : 0.6) ? random.pick(dealt) : undefined
    return makeTask(scene, dueIn, done, story?.account ?? random.weighted(known, ({ vigor }) => vigor), story)
  }
  return [
    ...[...late, ...todays, ...ahead].map((dueIn) => task(dueIn, false)),
    ...Array.from({ length: DONE }, () => task(-random.int(1, 60), true)),
  ]
}

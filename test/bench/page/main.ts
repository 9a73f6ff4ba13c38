import type { Row } from '../../../shared/change/index.ts'
import type { Contestant } from './contestant.ts'
import { customerAt, customerId, interactionAt, since, statuses, typed } from './data.ts'

const BATCH = 2_000
/** The first runs warm caches and the compiler. */
const WARM_UP = 5

const makers = {
  fairbook: async () => (await import('./fairbook.ts')).createFairbook(),
  raw: async (name: string) => (await import('./raw.ts')).createRaw(name),
  sqlite: async (name: string) => (await import('./sqlite.ts')).createSqlite(name),
} satisfies Record<string, (name: string) => Promise<Contestant>>

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const load = async (contestant: Contestant, size: number): Promise<number> => {
  let spent = 0
  const put = async (table: 'customers' | 'interactions', count: number, at: (index: number) => Row) => {
    for (let from = 0; from < count; from += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => at(from + index))
      spent += await timed(() => contestant.load(table, rows))
    }
  }
  await put('customers', size, customerAt)
  await put('interactions', size * 3, (index) => interactionAt(index, size))
  return spent
}

/** To look at one question alone, by hand: `only=save`. */
const only = new URLSearchParams(location.search).get('only')
const isAsked = (name: string): boolean => only === null || only === name

type Questions = Record<string, (run: number) => Promise<unknown>>

const questions = (contestant: Contestant, size: number) => ({
  deepPage: (run: number) =>
    contestant.deepPage(
      statuses[run % statuses.length] ?? 'lead',
      since(run),
      Math.min(10_000, Math.floor(size * 0.15)),
    ),
  search: (run: number) => contestant.search(...typed(run)),
  customerPage: (run: number) => contestant.customerPage(customerId((run * 7919) % size)),
  grouped: (run: number) => contestant.grouped(since(run)),
})

/** A question is asked again until it has taken this long in all, but never less often than the warm-up. */
const BUDGET_MS = 6_000

/** Times each question `runs` times at most, always another one. */
const measure = async (asked: Questions, runs: number): Promise<Record<string, number[]>> => {
  const times: Record<string, number[]> = {}
  for (const [name, ask] of Object.entries(asked).filter(([name]) => isAsked(name))) {
    const spent: number[] = []
    let total = 0
    for (let run = -WARM_UP; run < runs; run += 1) {
      const time = await timed(() => ask(run < 0 ? run + 1000 : run))
      total += time
      if (run >= 0) spent.push(time)
      if (spent.length >= WARM_UP && total > BUDGET_MS) break
    }
    times[name] = spent
  }
  return times
}

const measureSaves = async (contestant: Contestant, size: number, runs: number): Promise<Record<string, number[]>> => {
  const { edit, editInJournal, editAndShow } = contestant
  const ways = { save: edit, ...(editInJournal && { saveInJournal: editInJournal }), saveAndShow: editAndShow }
  const times: Record<string, number[]> = {}
  for (const [name, take] of Object.entries(ways).filter(([name]) => isAsked(name))) {
    const spent: number[] = []
    for (let run = -WARM_UP; run < runs; run += 1) {
      const save = await take(customerId(((run + WARM_UP) * 6007) % size))
      const time = await timed(() => save(`${name} ${run} ${performance.timeOrigin}`))
      if (run >= 0) spent.push(time)
    }
    times[name] = spent
  }
  return times
}

const CHECKED = [3, 11, 17]

/** The answers to some questions in one text each: the contestants must agree, or they do not answer the same. */
const answers = async (contestant: Contestant, size: number): Promise<Record<string, string>> => {
  const { deepPage, search, customerPage, grouped } = questions(contestant, size)
  const ids = (rows: readonly Row[]) => rows.map(({ id }) => id)
  const first = ids(await contestant.first())
  const all: Record<string, unknown[]> = { first, deepPage: [], search: [], customerPage: [], grouped: [] }
  for (const run of CHECKED) {
    const [deep, found] = [await deepPage(run), await search(run)]
    all['deepPage']?.push(deep.count, ...ids(deep.rows))
    all['search']?.push(found.count, ...ids(found.rows))
    all['customerPage']?.push(...ids(await customerPage(run)).sort())
    all['grouped']?.push(...(await grouped(run)).map(([group, count]) => `${group}: ${count}`).sort())
  }
  return Object.fromEntries(Object.entries(all).map(([name, values]) => [name, values.join('\n')]))
}

const run = async () => {
  const query = new URLSearchParams(location.search)
  const size = Number(query.get('size'))
  const runs = Number(query.get('runs'))
  const task = query.get('task')
  if (task === 'none') return {}
  if (task === 'locked') return (await import('./locked.ts')).measureLocked(query.get('way'), size, runs)
  const maker = makers[(query.get('who') ?? 'fairbook') as keyof typeof makers]
  const contestant = await maker(`bench${size}`)
  if (task === 'load') {
    const rows = await load(contestant, size)
    const prepare = await timed(contestant.prepare)
    await contestant.close()
    return { rows, prepare }
  }
  if (task === 'start') {
    const rows = await contestant.first()
    return { start: performance.now(), rows: rows.length }
  }
  if (task === 'hold') {
    await contestant.first()
    for (const ask of Object.values(questions(contestant, size))) await ask(1)
    return {}
  }
  const times = await measure(questions(contestant, size), runs)
  const checked = await answers(contestant, size)
  const saves = await measureSaves(contestant, size, runs)
  await contestant.close()
  return { times: { ...times, ...saves }, answers: checked }
}

declare global {
  var result: Promise<unknown>
}
globalThis.result = run()

import type { Contestant } from './contestant.ts'
import { customerAt, customerId, interactionAt, since, statuses, typed } from './data.ts'

const BATCH = 2_000

const makers = {
  fairbook: async (name: string) => (await import('./fairbook.ts')).createFairbook(name),
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
  const put = async (
    table: 'customers' | 'interactions',
    count: number,
    at: (index: number) => ReturnType<typeof customerAt>,
  ) => {
    for (let from = 0; from < count; from += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => at(from + index))
      spent += await timed(() => contestant.load(table, rows))
    }
  }
  await put('customers', size, customerAt)
  await put('interactions', size * 3, (index) => interactionAt(index, size))
  return spent
}

const questions = (contestant: Contestant, size: number): Record<string, (run: number) => Promise<unknown>> => ({
  deepPage: (run) =>
    contestant.deepPage(
      statuses[run % statuses.length] ?? 'lead',
      since(run),
      Math.min(10_000, Math.floor(size * 0.15)),
    ),
  search: (run) => contestant.search(...typed(run)),
  customerPage: (run) => contestant.customerPage(customerId((run * 7919) % size)),
  grouped: (run) => contestant.grouped(since(run)),
  save: (run) => contestant.save(customerId((run * 6007) % size), `role ${run}`),
  saveAndShow: (run) => contestant.saveAndShow(customerId((run * 5003) % size), `role ${run} shown`),
})

const measure = async (contestant: Contestant, size: number, runs: number): Promise<Record<string, number[]>> => {
  const times: Record<string, number[]> = {}
  for (const [name, ask] of Object.entries(questions(contestant, size))) {
    // The first runs warm caches and the compiler.
    for (let run = 0; run < 5; run += 1) await ask(run + 1000)
    const spent: number[] = []
    for (let run = 0; run < runs; run += 1) spent.push(await timed(() => ask(run)))
    times[name] = spent
  }
  return times
}

/** How many rows each question gives: the contestants must agree, or they do not answer the same. */
const check = async (contestant: Contestant, size: number): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const [name, ask] of Object.entries(questions(contestant, size)).filter(([name]) => !name.startsWith('save'))) {
    const answer = await ask(3)
    counts[name] = Array.isArray(answer) ? answer.length : Number(answer)
  }
  return counts
}

const run = async () => {
  const query = new URLSearchParams(location.search)
  const size = Number(query.get('size'))
  const maker = makers[(query.get('who') ?? 'fairbook') as keyof typeof makers]
  const contestant = await maker(query.get('name') ?? `bench${size}`)
  switch (query.get('task')) {
    case 'load': {
      const rows = await load(contestant, size)
      return { rows, prepare: await timed(contestant.prepare) }
    }
    case 'start': {
      const rows = await contestant.first()
      return { start: performance.now(), rows: rows.length }
    }
    case 'measure': {
      if (maker === makers.fairbook) await contestant.prepare()
      return {
        times: await measure(contestant, size, Number(query.get('runs'))),
        counts: await check(contestant, size),
      }
    }
    default:
      throw new Error('no such task')
  }
}

declare global {
  var result: Promise<unknown>
}
globalThis.result = run()

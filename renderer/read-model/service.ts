import type { Catalog } from '../../shared/domain/index.ts'
import type { ReadModel } from './api.ts'
import { follow, readCatalog, rebuild } from './follow.ts'
import { createModel, type Model } from './model.ts'
import { aggregateNeeds, columnNeeds, everything, type Needs, selectNeeds } from './needs.ts'
import type { Questions } from './questions.ts'
import type { Source } from './source.ts'
import { createStore, StaleSaveError } from './store.ts'

export type ServiceOptions = {
  /** The language whose collation sorts names, a BCP 47 tag. */
  locale: string
  now?: () => Date
}

/** The read model over a source, where it runs: in its worker, or in a test. */
export type ReadModelService = ReadModel & {
  setLocale: (locale: string) => Promise<void>
  /** Reads on, because the book has changed. */
  refresh: () => Promise<void>
  /** Loads all that is saved, before someone asks. */
  warm: () => Promise<void>
  /** Writes what changed into the saved blobs, now. */
  save: () => Promise<void>
  /** Tells the subscribers that answers may have changed without a write: at midnight. */
  turnDay: () => void
}

const isStale = (error: unknown): boolean => error instanceof StaleSaveError

export const createReadModelService = (
  source: Source,
  { locale, now = () => new Date() }: ServiceOptions,
): ReadModelService => {
  const listeners = new Set<() => void>()
  let store = createStore(source)
  let sorting = locale
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const empty = (catalog: Catalog): Model => createModel(catalog, sorting, now)
  const build = (): Promise<Model> => {
    store = createStore(source)
    return rebuild(source, empty)
  }
  const open = async (): Promise<Model> => {
    const model = empty(await readCatalog(source))
    return (await store.open(model)) ? model : build()
  }
  let opening: Promise<Model> | undefined
  /** A failed start is tried again by the next question. */
  const start = (way: () => Promise<Model>): Promise<Model> => {
    const started = way().catch((error: unknown) => {
      if (opening === started) opening = undefined
      throw error
    })
    opening = started
    return started
  }
  const ready = (): Promise<Model> => opening ?? start(open)

  /** The model with the parts that `needs` names; if what is saved does not fit together, one built from the rows. */
  const loaded = async (needs: Needs): Promise<Model> => {
    const opened = opening
    const model = await ready()
    try {
      const segments = needs.segments ? model.segments.load(() => source.all('segments')) : undefined
      await Promise.all([store.load(model, needs.parts(model)), segments])
      return model
    } catch (error) {
      if (!isStale(error)) throw error
      return opening === opened || opened === undefined ? start(build) : ready()
    }
  }

  let following: Promise<unknown> = Promise.resolve()
  const catchUp = (to: number): Promise<unknown> => {
    const step = async () => {
      if ((await ready()).seq >= to) return
      const model = await loaded(everything)
      if (model.seq >= to) return
      if (!(await follow(source, model, to))) await start(build)
      tell()
    }
    following = following.then(step, step)
    return following
  }

  /** Answers while the newest line is asked for; if the answer turns out to be older, reads on and answers again. */
  const ask = async <T>(needs: Needs, answer: (questions: Questions) => T): Promise<T> => {
    const newest = source.lastSeq()
    // Where loading fails as well, that is what the caller hears.
    newest.catch(() => undefined)
    const model = await loaded(needs)
    const { seq } = model
    const early = answer(model.questions)
    const last = await newest
    if (last <= seq) return early
    await catchUp(last)
    return answer((await loaded(needs)).questions)
  }
  return {
    select: (query) => ask(selectNeeds(query), (questions) => questions.select(query)),
    search: (text, limit) => ask(everything, (questions) => questions.search(text, limit)),
    aggregate: (query) => ask(aggregateNeeds(query), (questions) => questions.aggregate(query)),
    values: (noun, ids, columns) =>
      ask(columnNeeds(noun, columns), (questions) => questions.values(noun, ids, columns)),
    distinct: (noun, column, limit) =>
      ask(columnNeeds(noun, [column]), (questions) => questions.distinct(noun, column, limit)),
    explain: (noun, id, filter) => ask(everything, (questions) => questions.explain(noun, id, filter)),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setLocale: async (next) => {
      sorting = next
      // The window says its language at each start: nothing is to be loaded for that.
      if ((await ready()).sorter.locale === next) return
      const model = await loaded(everything)
      if (model.sorter.locale === next) return
      model.sorter.setLocale(next)
      tell()
    },
    refresh: async () => {
      await catchUp(await source.lastSeq())
    },
    warm: async () => {
      await loaded(everything)
    },
    save: async () => {
      try {
        await store.save(await ready())
      } catch (error) {
        if (!isStale(error)) throw error
        const model = await start(build)
        await store.save(model)
      }
    },
    turnDay: () => {
      void opening?.then(({ questions }) => {
        questions.forget()
        tell()
      })
    },
  }
}

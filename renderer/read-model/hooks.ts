import { createContext, use, useEffect, useRef, useState } from 'react'

import type { Filter, NounName } from '../../shared/domain/index.ts'
import type { AggregateQuery, AggregateRow, ReadModel, SearchHit, SelectQuery, Verdict } from './api.ts'

const ReadModelContext = createContext<ReadModel | undefined>(undefined)

export const ReadModelProvider = ReadModelContext.Provider

/** The read model of the open book. Only inside `ReadModelProvider`. */
export const useReadModel = (): ReadModel => {
  const model = use(ReadModelContext)
  if (!model) throw new Error('useReadModel outside ReadModelProvider')
  return model
}

/** `loading` until the first answer to the present question; an older answer stays until then, so nothing flickers. */
export type Live<T> = { data: T | undefined; loading: boolean; error: Error | undefined }

type Held<T> = { key: string; data: T | undefined; error: Error | undefined }

/** Asks, and asks again after each change of the answers. One question is under way at a time, then the newest. */
const useLive = <T>(key: string, ask: ((model: ReadModel) => Promise<T>) | undefined): Live<T> => {
  const model = useReadModel()
  const [held, setHeld] = useState<Held<T>>({ key: '', data: undefined, error: undefined })
  const asking = useRef(ask)
  asking.current = ask
  const asks = ask !== undefined
  // `key` is the question; `ask` is new at every render.
  useEffect(() => {
    if (!asks) return
    let stopped = false
    let underWay = false
    let again = false
    const run = async () => {
      if (underWay) {
        again = true
        return
      }
      underWay = true
      do {
        again = false
        try {
          const data = await asking.current?.(model)
          if (!stopped) setHeld({ key, data, error: undefined })
        } catch (error) {
          if (!stopped)
            setHeld((old) => ({
              key,
              data: old.data,
              error: error instanceof Error ? error : new Error(String(error)),
            }))
        }
      } while (again && !stopped)
      underWay = false
    }
    void run()
    const unsubscribe = model.subscribe(() => void run())
    return () => {
      stopped = true
      unsubscribe()
    }
  }, [model, key, asks])
  return {
    data: asks ? held.data : undefined,
    loading: asks && held.key !== key,
    error: held.key === key ? held.error : undefined,
  }
}

const NO_IDS: string[] = []

/** A page of a list, live. `undefined` asks nothing yet. */
export const useSelect = (
  query: SelectQuery | undefined,
): { ids: string[]; count: number; loading: boolean; error: Error | undefined } => {
  const { data, loading, error } = useLive(JSON.stringify(query) ?? '', query && ((model) => model.select(query)))
  return { ids: data?.ids ?? NO_IDS, count: data?.count ?? 0, loading, error }
}

/** Groups and sums, live. */
export const useAggregate = (query: AggregateQuery | undefined): Live<AggregateRow[]> =>
  useLive(JSON.stringify(query) ?? '', query && ((model) => model.aggregate(query)))

/** The best hits over all nouns, live; nothing for an empty text. */
export const useSearch = (text: string, limit: number): Live<SearchHit[]> =>
  useLive(JSON.stringify([text, limit]), text.trim() === '' ? undefined : (model) => model.search(text, limit))

/** The distinct values of a column with their counts, most frequent first, live. */
export const useDistinct = (noun: NounName, column: string, limit: number): Live<{ value: string; count: number }[]> =>
  useLive(JSON.stringify([noun, column, limit]), (model) => model.distinct(noun, column, limit))

/** How a record fares with each part of a filter, live; `undefined` asks nothing yet. */
export const useExplain = (noun: NounName, id: string | undefined, filter: Filter): Live<Verdict[]> =>
  useLive(JSON.stringify([noun, id, filter]), id === undefined ? undefined : (model) => model.explain(noun, id, filter))

/** Values of columns by record id, live: for the computed columns of the rows on screen. */
export const useValues = (
  noun: NounName,
  ids: readonly string[],
  columns: readonly string[],
): ReadonlyMap<string, (string | number | null)[]> => {
  const { data } = useLive(
    JSON.stringify([noun, ids, columns]),
    ids.length === 0 || columns.length === 0
      ? undefined
      : async (model) => {
          const rows = await model.values(noun, ids, columns)
          return new Map(ids.map((id, index) => [id, rows[index] ?? []]))
        },
  )
  return data ?? NO_VALUES
}

const NO_VALUES: ReadonlyMap<string, (string | number | null)[]> = new Map()

import { useCallback, useEffect, useRef, useState } from 'react'

import { AppError } from '../../../../shared/app-error.ts'
import type { DuplicatePair } from '../../../../shared/matching/index.ts'
import type { RescanResult, ScanResult } from '../../../../shared/merging/index.ts'
import { type Book, useBook } from '../../../data/index.ts'
import { matchingOf } from '../../../fields/index.ts'
import { useReadModel } from '../../../read-model/hooks.ts'

export type Scan =
  | { state: 'scanning'; progress: { done: number; total: number } }
  | { state: 'done'; pairs: readonly DuplicatePair[] }
  | { state: 'stopped' }
  | { state: 'failed'; error: unknown }

/** What the last scan of a book found: it holds until the book changes, and then what changed is looked at alone. */
const kept = new WeakMap<Book, ScanResult>()

/** Pairs with those of what changed in the place of theirs. */
export const withChanges = (held: ScanResult, { pairs, changed, seq }: NonNullable<RescanResult>): ScanResult => {
  if (changed.length === 0) return { ...held, seq }
  const again = new Set(changed)
  return { pairs: [...held.pairs.filter(({ a, b }) => !again.has(a) && !again.has(b)), ...pairs], seq }
}

const start: Scan = { state: 'scanning', progress: { done: 0, total: 0 } }
/** The book rests for so long before what changed is looked at. */
const REST_MS = 300

/** Looks for duplicates as soon as it is there, and follows the book. */
export const useScan = (): { scan: Scan; again: () => void; stop: () => void } => {
  const book = useBook()
  const model = useReadModel()
  const [scan, setScan] = useState<Scan>(() => {
    const held = kept.get(book)
    return held ? { state: 'done', pairs: held.pairs } : start
  })
  const running = useRef<AbortController>(undefined)

  const run = useCallback(async () => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const tell = (next: Scan) => {
      if (running.current === controller) setScan(next)
    }
    tell(start)
    try {
      const found = await matchingOf(book).scan((progress) => tell({ state: 'scanning', progress }), controller.signal)
      kept.set(book, found)
      tell({ state: 'done', pairs: found.pairs })
    } catch (error) {
      const cancelled = error instanceof AppError && error.code === 'cancelled'
      tell(cancelled ? { state: 'stopped' } : { state: 'failed', error })
    }
  }, [book])

  const follow = useCallback(async () => {
    const held = kept.get(book)
    if (!held) return
    const changes = await matchingOf(book).ask({ ask: 'rescan', seq: held.seq })
    if (!changes) return run()
    if (kept.get(book) !== held) return
    const next = withChanges(held, changes)
    kept.set(book, next)
    if (next.pairs !== held.pairs) setScan({ state: 'done', pairs: next.pairs })
  }, [book, run])

  useEffect(() => {
    const begin = kept.get(book) ? follow : run
    void begin().catch((error: unknown) => setScan({ state: 'failed', error }))
    return () => {
      const controller = running.current
      running.current = undefined
      controller?.abort()
    }
  }, [book, follow, run])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = model.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(() => void follow().catch((error: unknown) => setScan({ state: 'failed', error })), REST_MS)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [model, follow])

  return { scan, again: () => void run(), stop: () => running.current?.abort() }
}

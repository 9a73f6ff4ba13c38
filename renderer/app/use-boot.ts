import { useEffect, useState } from 'react'

import type { Desktop } from '../../shared/desktop-api.ts'
import { tidyErased } from '../data/index.ts'
import { createReadModel, type ReadModelClient } from '../read-model/client.ts'
import { createSync, type Sync, settleIn } from '../replication/index.ts'
import { type Booted, type BootStep, boot } from './boot.ts'

/** The open book, the worker that answers about it, and its way to the other copies. */
export type Opened = Booted & { model: ReadModelClient; sync: Sync }

export type BootState =
  | { state: 'running'; step: BootStep; records: number }
  | { state: 'ready'; opened: Opened }
  | { state: 'failed'; error: unknown }

const beginning: BootState = { state: 'running', step: 'opening', records: 0 }
/** One run per attempt: React may mount twice, the book opens once. */
const runs = new Map<number, Promise<Opened>>()

const open = async (desktop: Desktop, locale: string, onStep: (step: BootStep, records: number) => void) => {
  const booted = await boot(desktop, onStep)
  booted.replicator.start()
  // Whatever stands in the way of it, the next start tries again.
  requestIdleCallback(() => void settleIn(booted.book, 1).catch(() => undefined))
  // What an erasure left in the files because the program ended; whoever erases next tells if it still fails.
  tidyErased(booted.book, desktop).catch(() => undefined)
  const sync = createSync(booted.book, desktop)
  sync.start()
  return { ...booted, model: createReadModel(booted.book.access, locale), sync }
}

/** Opens the book; `retry` tries again after a failure. `locale` sorts names from the start. */
export const useBoot = (desktop: Desktop, locale: string): { boot: BootState; retry: () => void } => {
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<BootState>(beginning)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language does not open the book again
  useEffect(() => {
    let wanted = true
    const tell = (next: BootState) => {
      if (wanted) setState(next)
    }
    const run =
      runs.get(attempt) ?? open(desktop, locale, (step, records) => setState({ state: 'running', step, records }))
    runs.set(attempt, run)
    run.then(
      (opened) => tell({ state: 'ready', opened }),
      (error: unknown) => tell({ state: 'failed', error }),
    )
    return () => {
      wanted = false
    }
  }, [attempt, desktop])
  const retry = () => {
    setState(beginning)
    setAttempt((last) => last + 1)
  }
  return { boot: state, retry }
}

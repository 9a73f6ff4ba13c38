import { useCallback, useEffect, useState } from 'react'

import { AppError } from '../../../../shared/app-error.ts'
import type { SuggestionKind } from '../../../../shared/upkeep/index.ts'
import { type DatabaseAccess, useBook } from '../../../data/index.ts'
import type { Found, SuggestionReport } from '../../../workers/suggestions.ts'
import type { SuggestionReply } from '../../../workers/suggestions.worker.ts'

const ask = (access: DatabaseAccess): { report: Promise<SuggestionReport>; stop: () => void } => {
  const worker = new Worker(new URL('../../../workers/suggestions.worker.ts', import.meta.url), {
    type: 'module',
    name: 'suggestions',
  })
  const report = new Promise<SuggestionReport>((resolve, reject) => {
    const fail = (reason: string) => reject(new AppError('internal', {}, reason))
    worker.addEventListener('error', ({ message }) => fail(message))
    worker.addEventListener('message', ({ data }: MessageEvent<SuggestionReply>) => {
      worker.terminate()
      if ('report' in data) resolve(data.report)
      else fail(data.error)
    })
    worker.postMessage(access)
  })
  return { report, stop: () => worker.terminate() }
}

const without = (report: SuggestionReport, gone: ReadonlySet<Found>): SuggestionReport => {
  const counts = { ...report.counts }
  for (const { kind } of gone) counts[kind as SuggestionKind] -= 1
  return { counts, found: report.found.filter((each) => !gone.has(each)) }
}

/** What could be filled in, found in a worker when the page opens. `settle` takes out what was decided. */
export const useSuggestions = () => {
  const { access } = useBook()
  const [report, setReport] = useState<SuggestionReport>()
  const [error, setError] = useState<unknown>()
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again.
  useEffect(() => {
    const { report: asked, stop } = ask(access)
    setError(undefined)
    asked.then(setReport, setError)
    return stop
  }, [access, round])
  return {
    report,
    error,
    again: useCallback(() => setRound((last) => last + 1), []),
    settle: useCallback((gone: readonly Found[]) => setReport((held) => held && without(held, new Set(gone))), []),
  }
}

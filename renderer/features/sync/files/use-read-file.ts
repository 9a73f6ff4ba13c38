import { useEffect, useRef, useState } from 'react'

import { AppError } from '../../../../shared/app-error.ts'
import type { SyncSummary } from '../../../../shared/desktop-api.ts'
import { useBook } from '../../../data/index.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { type KeyInputValue, keySourceOf, noKey } from '../../../fields/index.ts'
import { giveSyncFile, readSyncFile } from '../../../replication/index.ts'

export type ReadStep =
  | { at: 'choose' }
  | { at: 'giving'; done: number; total: number }
  | { at: 'preview'; summary: SyncSummary }
  | { at: 'reading'; summary: SyncSummary; done: number }
  | { at: 'done'; changed: number; aside: number }

const isCancelled = (error: unknown): boolean => error instanceof AppError && error.code === 'cancelled'

/** The steps of reading a sync file into this book: hand it over, see what it is, take its records. */
export const useReadFile = (offered: File | undefined) => {
  const desktop = useDesktop()
  const book = useBook()
  const [step, setStep] = useState<ReadStep>({ at: 'choose' })
  const [failure, setFailure] = useState<unknown>()
  const [key, setKey] = useState<KeyInputValue>(noKey)
  const cancel = useRef<AbortController>(undefined)

  const begin = (): AbortController => {
    const controller = new AbortController()
    cancel.current?.abort()
    cancel.current = controller
    setFailure(undefined)
    return controller
  }

  const give = async (file: File): Promise<void> => {
    const controller = begin()
    const { signal } = controller
    setStep({ at: 'giving', done: 0, total: file.size })
    try {
      const onProgress = (done: number, total = file.size) => {
        if (!signal.aborted) setStep({ at: 'giving', done, total })
      }
      const summary = await giveSyncFile(desktop, file, { signal, onProgress })
      if (!signal.aborted) setStep({ at: 'preview', summary })
    } catch (error) {
      if (signal.aborted) return
      setStep({ at: 'choose' })
      setFailure(error)
    }
  }

  const read = async (summary: SyncSummary, allowRemovals: boolean): Promise<void> => {
    const controller = begin()
    setStep({ at: 'reading', summary, done: 0 })
    try {
      const source = keySourceOf(key)
      const { in: changed, aside } = await readSyncFile(book, desktop, {
        signal: controller.signal,
        allowRemovals,
        ...(source && { key: source }),
        onProgress: (done) => setStep({ at: 'reading', summary, done }),
      })
      setStep({ at: 'done', changed, aside })
    } catch (error) {
      setStep({ at: 'preview', summary })
      if (!isCancelled(error)) setFailure(error)
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a file that was dropped is handed over once
  useEffect(() => {
    if (offered) void give(offered)
    return () => cancel.current?.abort()
  }, [offered])

  return { step, failure, key, setKey, give, read, cancel: () => cancel.current?.abort() }
}

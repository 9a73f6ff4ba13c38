import { useCallback, useEffect, useRef, useState } from 'react'

import { AppError } from '../../../shared/app-error.ts'
import type { TableOptions } from '../../../shared/import/index.ts'
import { makeBackup, useBook, useSettings } from '../../data/index.ts'
import { useDesktop } from '../../desktop/index.ts'
import { useI18n } from '../../i18n/index.ts'
import type {
  Analysis,
  ColumnChoice,
  ImportReport,
  ImportResult,
  ImportRules,
  MendWords,
  Progress,
} from '../../workers/import-protocol.ts'
import { createImportClient, type ImportClient } from './import-client.ts'
import { loadVocabulary } from './vocabulary.ts'

export type ImportStep =
  | 'choose'
  | 'reading'
  | 'mapping'
  | 'checking'
  | 'check'
  | 'backup'
  | 'running'
  | 'result'
  | 'undoing'
  | 'undone'

export type ImportState = {
  step: ImportStep
  analysis?: Analysis
  report?: ImportReport
  result?: ImportResult
  undone?: { undone: number; kept: string[] }
  progress?: Progress
  paused: boolean
  error?: AppError
  /** The safety copy failed: the user may go on without it. */
  backupFailed: boolean
  rules: ImportRules
}

const initial: ImportState = { step: 'choose', paused: false, backupFailed: false, rules: { badCells: 'skipRow' } }

const asAppError = (error: unknown): AppError =>
  error instanceof AppError ? error : new AppError('internal', {}, error)

/** One import from file to result: its state, and what the user can do in it. */
export const useImport = () => {
  const book = useBook()
  const desktop = useDesktop()
  const settings = useSettings()
  const { language } = useI18n()
  const country = settings?.country
  const [state, setState] = useState(initial)
  const client = useRef<Promise<ImportClient>>(undefined)
  const merge = useCallback((part: Partial<ImportState>) => setState((held) => ({ ...held, ...part })), [])

  const connect = useCallback(async (): Promise<ImportClient> => {
    client.current ??= (async () => {
      const made = createImportClient()
      made.onProgress((progress) => merge({ progress }))
      const setup = {
        bookId: book.id,
        device: book.device,
        user: book.user,
        vocabulary: await loadVocabulary(),
        language,
        country,
      }
      await made.ask({ command: 'setup', setup })
      return made
    })()
    return client.current
  }, [book, language, country, merge])

  useEffect(
    () => () => {
      void client.current?.then((made) => made.close())
    },
    [],
  )

  /** Does something in a step; an error is shown in the step `otherwise`. */
  const attempt = useCallback(
    async (step: ImportStep, otherwise: ImportStep, work: (made: ImportClient) => Promise<Partial<ImportState>>) => {
      setState(({ error: _, progress: __, ...held }) => ({ ...held, step, paused: false, backupFailed: false }))
      try {
        merge(await work(await connect()))
      } catch (error) {
        merge({ step: otherwise, error: asAppError(error) })
      }
    },
    [connect, merge],
  )

  const open = useCallback(
    (file: File) =>
      attempt('reading', 'choose', async (made) => {
        const bytes = new Uint8Array(await file.arrayBuffer())
        return { step: 'mapping', analysis: await made.ask({ command: 'open', bytes, fileName: file.name }) }
      }),
    [attempt],
  )
  const reread = (options: TableOptions) =>
    attempt('mapping', 'mapping', async (made) => ({ analysis: await made.ask({ command: 'reread', options }) }))
  const remap = (columns: ColumnChoice[]) =>
    attempt('mapping', 'mapping', async (made) => ({ analysis: await made.ask({ command: 'remap', columns }) }))
  const check = (rules: ImportRules = state.rules) => {
    merge({ rules })
    return attempt('checking', 'mapping', async (made) => ({
      step: 'check',
      report: await made.ask({ command: 'check', rules }),
    }))
  }
  const run = async ({ withoutBackup = false } = {}) => {
    if (!withoutBackup) {
      merge({ step: 'backup' })
      try {
        await makeBackup(desktop, book, 'import')
      } catch (error) {
        merge({ step: 'check', backupFailed: true, error: asAppError(error) })
        return
      }
    }
    await attempt('running', 'check', async (made) => ({
      step: 'result',
      result: await made.ask({ command: 'run', rules: state.rules }),
    }))
  }
  const undo = (importId: string) =>
    attempt('undoing', state.result ? 'result' : 'choose', async (made) => ({
      step: 'undone',
      undone: await made.ask({ command: 'undo', importId }),
    }))
  const steer = async (action: 'pause' | 'resume' | 'cancel') => {
    merge({ paused: action === 'pause' })
    await (await connect()).ask({ command: 'control', action })
  }
  const mend = async (words: MendWords): Promise<string> => (await connect()).ask({ command: 'mend', words })
  const startOver = () => setState(initial)
  const back = () => setState(({ error: _, ...held }) => ({ ...held, step: 'mapping', backupFailed: false }))
  return { state, open, reread, remap, check, run, undo, steer, mend, startOver, back }
}

export type ImportActions = ReturnType<typeof useImport>

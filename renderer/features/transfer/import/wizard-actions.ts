import { AppError } from '../../../../shared/app-error.ts'
import { defaultRules, type ImportRules, importOrder } from '../../../../shared/import/index.ts'
import { makeBackup, storePhotos } from '../../../data/index.ts'
import { setImportStatus } from '../../../view-state/index.ts'
import type {
  Analysis,
  ColumnChoice,
  FileOptions,
  ImportResult,
  MendWords,
  Resumable,
  RowSet,
} from '../../../workers/import-protocol.ts'
import { connect, disconnect, type ImportContext } from './connection.ts'
import type { ImportClient } from './import-client.ts'
import { resetProgress } from './progress.ts'
import { type Step, stepAfter, stepBefore } from './steps.ts'
import {
  type Busy,
  canReach,
  currentFile,
  emptyWizard,
  patchFile,
  patchWizard,
  useWizardStore,
  type WizardFile,
  wizard,
} from './wizard-store.ts'

/** What came by an import, in the list of sources. */
const IMPORT_SOURCE = 'source:import'
/** Pictures that are fetched and stored at once. */
const PHOTOS = 20

const asAppError = (error: unknown): AppError =>
  error instanceof AppError ? error : new AppError('internal', {}, error)

const keyOfCurrent = (): string => {
  const { current } = wizard()
  if (current === undefined) throw new AppError('internal')
  return current
}

/** Takes files that are open already in the order in which links find what they point to; unreadable ones last. */
const inOrder = (files: readonly WizardFile[]): WizardFile[] => {
  const readable = files.flatMap((file) =>
    file.analysis ? [{ file, noun: file.analysis.noun, kind: file.analysis.kind }] : [],
  )
  return [...importOrder(readable).map(({ file }) => file), ...files.filter(({ analysis }) => !analysis)]
}

/** What a person does in the import, in words of the wizard. Each tells its errors in the wizard itself. */
export const createWizardActions = (context: ImportContext) => {
  const attempt = async (busy: Busy | undefined, work: (client: ImportClient) => Promise<void>): Promise<void> => {
    resetProgress()
    patchWizard({ busy, paused: false, error: undefined, backupFailed: false })
    try {
      await work(await connect(context))
    } catch (error) {
      const failure = asAppError(error)
      if (failure.code !== 'cancelled') patchWizard({ error: failure })
    } finally {
      patchWizard({ busy: undefined, paused: false })
    }
  }

  const readOne = async (client: ImportClient, file: File): Promise<WizardFile> => {
    const opened = { key: crypto.randomUUID(), name: file.name, state: 'open' } as const
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const analysis = await client.ask({ command: 'open', file: opened.key, bytes, fileName: file.name })
      return { ...opened, analysis }
    } catch (error) {
      // A file that was taken away or is locked fails in the browser's own words.
      const failure = error instanceof DOMException ? new AppError('fileUnreadable', {}, error) : asAppError(error)
      return { ...opened, error: failure }
    }
  }

  /** The rules a file begins with: customers whose file does not say otherwise came by an import. */
  const rulesOf = async ({ rules, noun, source, remembered }: Analysis): Promise<ImportRules> => {
    if (noun !== 'customers' || source === 'fairbook' || remembered) return rules
    const item = await context.book.db.listItems.get(IMPORT_SOURCE)
    if (!item || item.deletedAt !== undefined || item.retired) return rules
    return { ...rules, defaults: { source: IMPORT_SOURCE, ...rules.defaults } }
  }

  /** Takes the first of `files` up that waits and is one of `of`. */
  const begin = async (files: readonly WizardFile[], of = files): Promise<void> => {
    const next = files.find((file) => file.state === 'open' && file.analysis && of.includes(file))
    patchWizard({
      ...emptyWizard,
      files,
      current: next?.key,
      step: next ? 'preview' : 'file',
      rules: next?.analysis ? await rulesOf(next.analysis) : defaultRules,
    })
  }

  const add = (chosen: readonly File[]): Promise<void> =>
    attempt('reading', async (client) => {
      const held = wizard().files.filter(({ error, state }) => !error && state === 'open')
      const read: WizardFile[] = []
      for (const file of chosen) read.push(await readOne(client, file))
      await begin(inOrder([...held, ...read]), read)
    })

  /** Takes up a file of the queue that is not the current one. */
  const take = async (key: string): Promise<void> => {
    const file = wizard().files.find((each) => each.key === key)
    if (!file?.analysis) return
    const isSame = wizard().current === key
    patchWizard({ current: key, step: 'preview', error: undefined })
    if (!isSame) patchWizard({ rules: await rulesOf(file.analysis), words: undefined, report: undefined })
  }

  const drop = async (key: string): Promise<void> => {
    const { files, current } = wizard()
    const left = files.filter((file) => file.key !== key)
    patchWizard({ files: left })
    if (current === key) await begin(left)
    patchWizard({ step: 'file' })
    await (await connect(context)).ask({ command: 'close', file: key })
  }

  const reread = (options: FileOptions): Promise<void> =>
    attempt('reading', async (client) => {
      const file = keyOfCurrent()
      const analysis = await client.ask({ command: 'reread', file, options })
      patchFile(file, { analysis })
      patchWizard({ rules: await rulesOf(analysis), words: undefined, report: undefined })
    })

  const remap = (columns: ColumnChoice[]): Promise<void> =>
    attempt(undefined, async (client) => {
      const file = keyOfCurrent()
      const analysis = await client.ask({ command: 'remap', file, columns })
      patchFile(file, { analysis })
      patchWizard({ words: undefined, report: undefined })
    })

  const loadWords = (): Promise<void> =>
    attempt(undefined, async (client) => {
      const { rules } = wizard()
      patchWizard({ words: await client.ask({ command: 'words', file: keyOfCurrent(), rules }) })
    })

  const setRules = (part: Partial<ImportRules>): void =>
    useWizardStore.setState(({ rules }) => ({ rules: { ...rules, ...part }, report: undefined }))

  const check = async (): Promise<void> => {
    await attempt('checking', async (client) => {
      const { rules } = wizard()
      patchWizard({ report: await client.ask({ command: 'check', file: keyOfCurrent(), rules }) })
    })
    if (wizard().report === undefined) patchWizard({ step: 'rules' })
  }

  const goTo = (step: Step): void => {
    if (!canReach(wizard(), step)) return
    patchWizard({ step, error: undefined, backupFailed: false })
    if (step === 'rules' && wizard().words === undefined) void loadWords()
    if (step === 'check' && wizard().report === undefined) void check()
  }

  const savePhotos = async (client: ImportClient, file: string, importId: string, total: number): Promise<void> => {
    patchWizard({ busy: 'photos', progress: { done: 0, total } })
    for (let offset = 0; offset < total; offset += PHOTOS) {
      const photos = await client.ask({ command: 'photos', file, offset, limit: PHOTOS })
      await storePhotos(context.desktop, context.book, importId, photos)
      patchWizard({ progress: { done: Math.min(offset + PHOTOS, total), total } })
    }
    await client.ask({ command: 'finish', file })
  }

  const follow = async (client: ImportClient, key: string, result: ImportResult): Promise<void> => {
    try {
      if (result.photos > 0) await savePhotos(client, key, result.importId, result.photos)
    } finally {
      // The records are in, even where a picture could not be stored: that is told beside them.
      patchFile(key, { state: 'done' })
      patchWizard({ result })
    }
  }

  /** Runs something to its end, and tells so where another page is open. */
  const runToEnd = async (work: (client: ImportClient) => Promise<void>): Promise<void> => {
    await attempt('running', work)
    const { run, result, progress } = wizard()
    const { done, total } = progress ?? { done: 0, total: 0 }
    if (run) setImportStatus({ fileName: run.fileName, state: result ? 'done' : 'failed', done, total })
  }

  const run = async ({ withoutBackup = false } = {}): Promise<void> => {
    const file = currentFile(wizard())
    if (!file?.analysis) return
    patchWizard({ backupFailed: false, error: undefined, step: 'import' })
    if (!withoutBackup) {
      patchWizard({ busy: 'backup' })
      try {
        await makeBackup(context.desktop, context.book, 'import')
      } catch (error) {
        patchWizard({ step: 'check', busy: undefined, backupFailed: true, error: asAppError(error) })
        return
      }
    }
    patchWizard({ result: undefined, run: { key: file.key, fileName: file.name, noun: file.analysis.noun } })
    await runToEnd(async (client) => {
      const { rules } = wizard()
      await follow(client, file.key, await client.ask({ command: 'run', file: file.key, rules }))
    })
    if (!wizard().result) patchWizard({ step: 'check' })
  }

  const resume = async ({ importId, fileName, noun }: Resumable): Promise<void> => {
    const key = crypto.randomUUID()
    patchWizard({ ...emptyWizard, step: 'import', run: { key, importId, fileName, noun } })
    await runToEnd(async (client) => {
      await follow(client, key, await client.ask({ command: 'resume', file: key, importId }))
    })
    if (!wizard().result) patchWizard({ step: 'file' })
  }

  const steer = async (action: 'pause' | 'resume' | 'cancel'): Promise<void> => {
    const { run: of, progress } = wizard()
    patchWizard({ paused: action === 'pause' })
    if (of && progress)
      setImportStatus({ fileName: of.fileName, state: action === 'pause' ? 'paused' : 'running', ...progress })
    await (await connect(context)).ask({ command: 'control', action })
  }

  return {
    add,
    take,
    drop,
    reread,
    remap,
    setRules,
    check,
    goTo,
    next: () => goTo(stepAfter(wizard().step)),
    back: () => goTo(stepBefore(wizard().step)),
    run,
    resume,
    steer,
    /** Goes on with the next file that waits, or to the beginning. */
    proceed: async () => {
      setImportStatus(undefined)
      const waiting = wizard().files.filter(({ state, analysis }) => state === 'open' && analysis)
      await begin(waiting)
      // Nothing waits: what the worker still holds is not needed any more.
      if (waiting.length === 0) disconnect()
    },
    rows: async (set: RowSet, offset: number, limit: number) => {
      const { run: of, result, current } = wizard()
      const file = result && of ? of.key : current
      if (file === undefined) throw new AppError('internal')
      return (await connect(context)).ask({ command: 'rows', file, set, offset, limit })
    },
    mend: async (words: MendWords): Promise<string> => {
      const { run: of, result } = wizard()
      const file = result && of ? of.key : keyOfCurrent()
      return (await connect(context)).ask({ command: 'mend', file, words })
    },
    resumable: async () => (await connect(context)).ask({ command: 'resumable' }),
    abandon: async (importId: string) => (await connect(context)).ask({ command: 'abandon', importId }),
    undo: async (importId: string) => (await connect(context)).ask({ command: 'undo', importId }),
  }
}

export type WizardActions = ReturnType<typeof createWizardActions>

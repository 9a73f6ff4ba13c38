import { useEffect, useRef, useState } from 'react'

import { AppError } from '../../../shared/app-error.ts'
import { useBook } from '../../data/index.ts'
import { download } from '../../desktop/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { useReadModel } from '../../read-model/hooks.ts'
import { Button, Checkbox, Dialog, ProgressBar, RadioGroup, Select } from '../../ui/index.ts'
import type { ExportRequest } from '../../view-state/index.ts'
import { ErrorNote } from './error-note.tsx'
import { countReachable, type ExportChoices, exportFile } from './export-file.ts'
import type { Outreach } from './outreach.ts'
import { OutreachChoice } from './outreach-choice.tsx'

/** How many records a request is about; nothing while that is being counted. */
const useCount = (request: ExportRequest): number | undefined => {
  const model = useReadModel()
  const [count, setCount] = useState(request.ids?.length)
  useEffect(() => {
    if (request.ids) return
    let wanted = true
    const { noun, query } = request
    void model.select({ noun, ...query, offset: 0, limit: 1 }).then(
      (answer) => wanted && setCount(answer.count),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [model, request])
  return count
}

/** How many of them may be reached so; nothing while that is being counted, or where nobody asks. */
const useReachable = (request: ExportRequest, outreach: Outreach | undefined): number | undefined => {
  const book = useBook()
  const model = useReadModel()
  const [count, setCount] = useState<number>()
  useEffect(() => {
    setCount(undefined)
    if (!outreach) return
    let wanted = true
    countReachable({ book, model }, request, outreach).then(
      (next) => wanted && setCount(next),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [book, model, request, outreach])
  return count
}

/** The local day, for the name of the file. */
const dayStamp = (): string => {
  const now = new Date()
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** Takes a list away as a CSV file. */
export const ExportDialog = ({ request, onClose }: { request: ExportRequest; onClose: () => void }) => {
  const i18n = useI18n()
  const { t, tx, format } = i18n
  const book = useBook()
  const model = useReadModel()
  const count = useCount(request)
  const [choices, setChoices] = useState<ExportChoices>({ delimiter: ',', bom: true, columns: 'all' })
  const reachable = useReachable(request, choices.outreach)
  const [progress, setProgress] = useState<{ done: number; total: number }>()
  const [error, setError] = useState<AppError>()
  const work = useRef<AbortController>(undefined)
  useEffect(() => () => work.current?.abort(), [])

  const save = async () => {
    const controller = new AbortController()
    work.current = controller
    setError(undefined)
    setProgress({ done: 0, total: 1 })
    try {
      const onProgress = (done: number, total: number) => setProgress({ done, total })
      const blob = await exportFile({ book, model, i18n }, request, choices, { onProgress, signal: controller.signal })
      download(`Fairbook ${tx(`noun.${request.noun}.title`, request.noun)} ${dayStamp()}.csv`, blob)
      onClose()
    } catch (failure) {
      setProgress(undefined)
      if (!controller.signal.aborted)
        setError(failure instanceof AppError ? failure : new AppError('internal', {}, failure))
    }
  }
  const cancel = () => {
    if (progress) work.current?.abort()
    else onClose()
  }

  return (
    <Dialog
      title={t('transfer.export.title')}
      {...(count === undefined ? {} : { description: tx(`noun.${request.noun}`, '', { count }) })}
      isOpen
      onClose={() => {
        work.current?.abort()
        onClose()
      }}
      footer={
        <>
          <Button onPress={cancel}>{t('transfer.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={(choices.outreach ? reachable : count) === 0 || progress !== undefined}
            onPress={() => void save()}
          >
            {t('transfer.export.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {error && <ErrorNote error={error} />}
        {progress ? (
          <ProgressBar label={t('transfer.export.writing')} value={progress.done} max={progress.total} />
        ) : (
          <>
            {request.columns && (
              <RadioGroup
                label={t('transfer.export.columns')}
                options={[
                  { id: 'all', label: t('transfer.export.columns.all') },
                  { id: 'visible', label: t('transfer.export.columns.visible') },
                ]}
                value={choices.columns}
                onChange={(next) => setChoices({ ...choices, columns: next === 'visible' ? 'visible' : 'all' })}
              />
            )}
            {request.noun === 'customers' && (
              <OutreachChoice value={choices.outreach} onChange={(outreach) => setChoices({ ...choices, outreach })} />
            )}
            {choices.outreach && (
              <p role="status" className="rounded-lg bg-blue-soft px-3 py-2">
                {t('transfer.export.reachable', { count: reachable ?? 0, total: format.number(count ?? 0) })}
              </p>
            )}
            <Select
              label={t('transfer.export.delimiter')}
              description={t('transfer.export.delimiter.detail')}
              options={[
                { id: ',', label: t('transfer.delimiter.comma') },
                { id: ';', label: t('transfer.delimiter.semicolon') },
              ]}
              value={choices.delimiter}
              onChange={(next) => setChoices({ ...choices, delimiter: next === ';' ? ';' : ',' })}
            />
            <Checkbox value={choices.bom} onChange={(bom: boolean) => setChoices({ ...choices, bom })}>
              {t('transfer.export.bom')}
            </Checkbox>
            <p className="text-ink-muted">{t('transfer.export.detail')}</p>
          </>
        )}
      </div>
    </Dialog>
  )
}

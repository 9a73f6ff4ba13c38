import { AppError } from '../../../../shared/app-error.ts'
import type { SyncSummary } from '../../../../shared/desktop-api.ts'
import { useBook } from '../../../data/index.ts'
import { KeyInput, keySourceOf } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, FileDrop, ProgressBar } from '../../../ui/index.ts'
import { type DialogRequest, openDialog } from '../../../view-state/index.ts'
import { Diagnosis } from '../place/diagnosis.tsx'
import { isAboutKey, keyErrorText } from '../place/key-errors.ts'
import { PlacePreview } from '../place/place-preview.tsx'
import { useReadFile } from './use-read-file.ts'

const SYNC_FILES = ['.fairbook-sync'] as const

const isRemoval = (error: unknown): boolean => error instanceof AppError && error.code === 'syncWouldRemove'

/** What the file is, and what opens it where this book's key does not. */
const Preview = ({ flow, summary }: { flow: ReturnType<typeof useReadFile>; summary: SyncSummary }) => {
  const i18n = useI18n()
  const { t } = i18n
  const { id } = useBook()
  const { failure, key, setKey } = flow
  const isOther = summary.book?.bookId !== id
  const needsKey = isAboutKey(failure) || keySourceOf(key) !== undefined
  const isPlainKeyError = failure instanceof AppError && failure.code === 'syncKeyMissing'
  return (
    <div className="flex flex-col gap-4">
      <PlacePreview summary={summary} of="file" />
      {isOther && <p>{t('sync.files.other')}</p>}
      {needsKey && (
        <div className="flex flex-col gap-2">
          <p>{t('sync.files.needsKey')}</p>
          <KeyInput
            autoFocus
            value={key}
            onChange={setKey}
            error={isAboutKey(failure) && !isPlainKeyError ? keyErrorText(i18n, failure) : undefined}
          />
        </div>
      )}
      {failure !== undefined && !isAboutKey(failure) && <Diagnosis error={failure} />}
    </div>
  )
}

/** Reads a sync file that was carried here. */
export const ReadFileDialog = ({
  request: { file },
  onClose,
}: {
  request: Extract<DialogRequest, { kind: 'readSyncFile' }>
  onClose: () => void
}) => {
  const { t } = useI18n()
  const book = useBook()
  const flow = useReadFile(file)
  const { step, failure } = flow
  const isOther = step.at === 'preview' && step.summary.book?.bookId !== book.id
  const read = () => {
    if (step.at === 'preview' && !isOther) void flow.read(step.summary, isRemoval(failure))
  }
  return (
    <Dialog
      isOpen
      size="md"
      title={t('sync.files.readTitle')}
      isDismissable={false}
      onClose={() => {
        flow.cancel()
        onClose()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (step.at === 'done') onClose()
        else read()
      }}
      footer={
        <>
          {(step.at === 'choose' || step.at === 'giving' || step.at === 'reading') && (
            <Button onPress={() => (step.at === 'reading' ? flow.cancel() : onClose())}>{t('ui.cancel')}</Button>
          )}
          {step.at === 'preview' && isOther && (
            <Button variant="primary" onPress={() => openDialog({ kind: 'joinBook', place: { kind: 'file' } })}>
              {t('sync.joinEllipsis')}
            </Button>
          )}
          {step.at === 'preview' && !isOther && (
            <Button variant="primary" type="submit">
              {t(isRemoval(failure) ? 'sync.removals.allow' : 'sync.files.readIt')}
            </Button>
          )}
          {step.at === 'done' && (
            <Button variant="primary" type="submit">
              {t('sync.done')}
            </Button>
          )}
        </>
      }
    >
      {step.at === 'choose' && (
        <div className="flex flex-col gap-3">
          <FileDrop
            label={t('sync.file.choose')}
            description={t('sync.files.readHelp')}
            accept={SYNC_FILES}
            onFiles={([chosen]) => chosen && void flow.give(chosen)}
          />
          {failure !== undefined && <Diagnosis error={failure} />}
        </div>
      )}
      {step.at === 'giving' && (
        <ProgressBar label={t('sync.files.opening')} value={step.done} max={Math.max(1, step.total)} />
      )}
      {step.at === 'preview' && <Preview flow={flow} summary={step.summary} />}
      {step.at === 'reading' && (
        <ProgressBar label={t('sync.first.in')} value={step.done} max={Math.max(1, step.summary.records, step.done)} />
      )}
      {step.at === 'done' && (
        <div className="flex flex-col gap-3">
          <p role="status">{t('sync.files.readDone', { count: step.changed })}</p>
          {step.aside > 0 && (
            <p role="alert" className="text-red">
              {t('sync.files.readAside', { count: step.aside })}
            </p>
          )}
        </div>
      )}
    </Dialog>
  )
}

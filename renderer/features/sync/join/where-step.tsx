import { useI18n } from '../../../i18n/index.ts'
import { FileDrop, Segmented, Spinner, TextField } from '../../../ui/index.ts'
import { CodeInput } from '../code/code-input.tsx'
import { Diagnosis } from '../place/diagnosis.tsx'
import { PlaceFields } from '../place/place-fields.tsx'
import { placeText } from '../place/place-text.ts'
import type { useJoin, Way } from './join-flow.ts'

const ways: readonly Way[] = ['code', 'couchdb', 'folder', 'file']

const SYNC_FILES = ['.fairbook-sync'] as const

const ByCode = ({ flow }: { flow: ReturnType<typeof useJoin> }) => {
  const { t } = useI18n()
  const { codeLogin } = flow
  return (
    <div className="flex flex-col gap-3">
      <CodeInput
        value={flow.code}
        onChange={flow.setCode}
        error={flow.wrong === 'code' ? t('sync.code.wrong') : undefined}
      />
      {codeLogin && codeLogin.place.kind !== 'file' && (
        <p className="break-words text-ink-muted">{t('sync.code.leads', { place: placeText(codeLogin.place) })}</p>
      )}
      {codeLogin?.place.kind === 'couchdb' &&
        codeLogin.place.user !== undefined &&
        codeLogin.password === undefined && (
          <TextField
            type="password"
            autoComplete="off"
            label={t('sync.server.passwordOf', { user: codeLogin.place.user })}
            value={flow.password}
            onChange={flow.setPassword}
          />
        )}
    </div>
  )
}

const ByFile = ({ flow }: { flow: ReturnType<typeof useJoin> }) => {
  const { t } = useI18n()
  return (
    <div className="flex flex-col gap-2">
      <FileDrop
        label={flow.file?.name ?? t('sync.file.choose')}
        description={t('sync.file.join')}
        accept={SYNC_FILES}
        onFiles={([file]) => file && flow.setFile(file)}
      />
      {flow.wrong === 'file' && (
        <p role="alert" className="text-red">
          {t('sync.file.choose')}
        </p>
      )}
    </div>
  )
}

/** Where the book of the colleagues is. */
export const WhereStep = ({ flow }: { flow: ReturnType<typeof useJoin> }) => {
  const { t } = useI18n()
  const { way, inspection, wrong } = flow
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-muted">{t('sync.join.help')}</p>
      <Segmented
        label={t('sync.join.way')}
        options={ways.map((id) => ({ id, label: t(id === 'code' ? 'sync.code.title' : `sync.place.${id}`) }))}
        value={way}
        onChange={flow.chooseWay}
      />
      {way === 'code' && <ByCode flow={flow} />}
      {way === 'file' && <ByFile flow={flow} />}
      {(way === 'couchdb' || way === 'folder') && (
        <PlaceFields
          key={way}
          purpose="join"
          draft={flow.draft}
          onChange={flow.setDraft}
          wrong={wrong === 'code' || wrong === 'file' ? undefined : wrong}
        />
      )}
      {inspection.state === 'asking' && <Spinner label={t('sync.testing')} />}
      {inspection.state === 'failed' && <Diagnosis error={inspection.error} />}
      {flow.failure !== undefined && <Diagnosis error={flow.failure} />}
    </div>
  )
}

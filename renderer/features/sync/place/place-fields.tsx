import { useI18n } from '../../../i18n/index.ts'
import { TextField } from '../../../ui/index.ts'
import { FolderField } from './folder-field.tsx'
import { type PlaceDraft, type PlaceField, tidied } from './place-draft.ts'

/** Where the copies meet, as far as it must be typed. `wrong` names a field that says nothing usable. */
export const PlaceFields = ({
  draft,
  onChange,
  wrong,
  purpose,
}: {
  draft: PlaceDraft
  onChange: (draft: PlaceDraft) => void
  wrong: PlaceField | undefined
  purpose: 'setUp' | 'join'
}) => {
  const { t } = useI18n()
  if (draft.kind === 'file') return <p className="text-ink-muted">{t(`sync.file.${purpose}`)}</p>
  if (draft.kind === 'folder')
    return (
      <FolderField
        path={draft.path}
        onChange={(path) => onChange({ ...draft, path })}
        error={wrong === 'path' ? t('sync.folder.needed') : undefined}
      />
    )
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-[560px]:grid-cols-1">
      <TextField
        autoFocus
        isRequired
        type="url"
        className="col-span-full"
        label={t('sync.server.url')}
        placeholder="https://couch.example.com:6984"
        errorMessage={wrong === 'url' ? t('sync.server.urlNeeded') : undefined}
        value={draft.url}
        onChange={(url) => onChange({ ...draft, url })}
        onBlur={() => onChange(tidied(draft))}
      />
      <TextField
        isRequired
        className="col-span-full"
        label={t('sync.server.database')}
        description={t(`sync.server.databaseHelp.${purpose}`)}
        errorMessage={wrong === 'database' ? t('sync.server.databaseNeeded') : undefined}
        value={draft.database}
        onChange={(database) => onChange({ ...draft, database })}
      />
      <TextField
        autoComplete="off"
        label={t('sync.server.user')}
        value={draft.user}
        onChange={(user) => onChange({ ...draft, user })}
      />
      <TextField
        type="password"
        autoComplete="off"
        label={t('sync.server.password')}
        value={draft.password}
        onChange={(password) => onChange({ ...draft, password })}
      />
    </div>
  )
}

import { DatabaseBackup, FolderOpen } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'

import { type Backup, makeBackup, useBook } from '../../../data/index.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { errorText, useI18n } from '../../../i18n/index.ts'
import { Badge, Button, EmptyState, ErrorState, Spinner, toast } from '../../../ui/index.ts'
import { Section } from '../section.tsx'
import { RestoreDialog } from './restore-dialog.tsx'

type Listed = { state: 'loading' } | { state: 'failed'; error: unknown } | { state: 'ready'; backups: Backup[] }

/** The backups in the data folder, and how to get a new one. */
const useBackups = () => {
  const desktop = useDesktop()
  const book = useBook()
  const [listed, setListed] = useState<Listed>({ state: 'loading' })
  const load = useCallback(async () => {
    try {
      setListed({ state: 'ready', backups: (await desktop.call('backups.list', {})).backups })
    } catch (error) {
      setListed({ state: 'failed', error })
    }
  }, [desktop])
  useEffect(() => void load(), [load])
  const create = async (): Promise<void> => {
    await makeBackup(desktop, book, 'manual')
    await load()
  }
  return { listed, load, create }
}

const BackupRow = ({ backup, onRestore }: { backup: Backup; onRestore: () => void }) => {
  const { t, format } = useI18n()
  return (
    <li className="flex items-center gap-3 px-3 py-2">
      <span className="min-w-0 flex-1">
        <span className="block">{format.instant(backup.createdAt, 'dateTime')}</span>
        <span className="block text-ink-faint text-sm">
          {t('settings.backupHolds', {
            customers: backup.counts['customers'] ?? 0,
            deals: backup.counts['deals'] ?? 0,
            size: format.bytes(backup.size),
          })}
        </span>
      </span>
      <Badge>{t(`settings.reason.${backup.reason}`)}</Badge>
      <Button small onPress={onRestore}>
        {t('settings.restoreEllipsis')}
      </Button>
    </li>
  )
}

export const BackupList = () => {
  const i18n = useI18n()
  const { t } = i18n
  const desktop = useDesktop()
  const tellError = useTellError()
  const { listed, load, create } = useBackups()
  const [making, setMaking] = useState(false)
  const [restoring, setRestoring] = useState<Backup>()

  const backUp = () => {
    setMaking(true)
    create()
      .then(() => toast({ message: t('settings.backedUp') }), tellError)
      .finally(() => setMaking(false))
  }

  return (
    <Section title={t('settings.backups')} help={t('settings.backupsHelp')}>
      <div className="flex gap-2">
        <Button variant="primary" icon={DatabaseBackup} isPending={making} onPress={backUp}>
          {t('settings.backUpNow')}
        </Button>
        <Button
          icon={FolderOpen}
          onPress={() => void desktop.call('shell.reveal', { what: 'backups' }).catch(tellError)}
        >
          {t('settings.openBackups')}
        </Button>
      </div>
      {listed.state === 'loading' && <Spinner />}
      {listed.state === 'failed' && (
        <ErrorState small message={errorText(i18n, listed.error)} onRetry={() => void load()} />
      )}
      {listed.state === 'ready' && listed.backups.length === 0 && (
        <EmptyState small icon={DatabaseBackup} title={t('settings.noBackups')} />
      )}
      {listed.state === 'ready' && listed.backups.length > 0 && (
        <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
          {listed.backups.map((backup) => (
            <BackupRow key={backup.name} backup={backup} onRestore={() => setRestoring(backup)} />
          ))}
        </ul>
      )}
      {restoring && (
        <RestoreDialog
          backup={restoring}
          onClose={() => {
            setRestoring(undefined)
            void load()
          }}
        />
      )}
    </Section>
  )
}

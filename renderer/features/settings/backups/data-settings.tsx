import { FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'

import { useDesktop } from '../../../desktop/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, FieldList, FieldRow } from '../../../ui/index.ts'
import { useHostInfo } from '../about-settings.tsx'
import { Section } from '../section.tsx'
import { BackupList } from './backup-list.tsx'

/** Whether the system promised not to clear the window's copy when the disk runs low; undefined while asked. */
const usePersisted = (): boolean | undefined => {
  const [persisted, setPersisted] = useState<boolean>()
  useEffect(() => {
    navigator.storage.persisted().then(setPersisted, () => setPersisted(false))
  }, [])
  return persisted
}

/** Where the book lies, and its backups. */
export const DataSettings = () => {
  const { t } = useI18n()
  const desktop = useDesktop()
  const tellError = useTellError()
  const info = useHostInfo()
  const persisted = usePersisted()
  return (
    <>
      <Section title={t('settings.folder')} help={t('settings.folderHelp')}>
        {info && (
          <FieldList>
            <FieldRow label={t('settings.dataFolder')}>
              <bdi className="break-all font-mono text-sm">{info.dataFolder}</bdi>
            </FieldRow>
            {persisted !== undefined && (
              <FieldRow label={t('settings.windowCopy')}>
                {persisted ? t('settings.persisted') : t('settings.notPersisted')}
              </FieldRow>
            )}
          </FieldList>
        )}
        <div>
          <Button
            icon={FolderOpen}
            onPress={() => void desktop.call('shell.reveal', { what: 'dataFolder' }).catch(tellError)}
          >
            {t('settings.openFolder')}
          </Button>
        </div>
      </Section>
      <BackupList />
    </>
  )
}

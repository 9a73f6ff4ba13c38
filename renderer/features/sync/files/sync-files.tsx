import { FileInput } from 'lucide-react'

import { useI18n } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { openDialog } from '../../../view-state/index.ts'
import { Section } from '../section.tsx'
import { TakeFile } from './take-file.tsx'

/** For two computers that have only a stick between them. */
export const SyncFiles = () => {
  const { t } = useI18n()
  return (
    <Section title={t('sync.files')} help={t('sync.files.help')}>
      <div className="flex flex-wrap items-end gap-2">
        <TakeFile />
        <Button icon={FileInput} onPress={() => openDialog({ kind: 'readSyncFile' })}>
          {t('sync.files.read')}
        </Button>
      </div>
    </Section>
  )
}

import { useI18n } from '../../../../i18n/index.ts'
import { FileDrop } from '../../../../ui/index.ts'
import { ImportList } from '../../past/import-list.tsx'
import type { WizardActions } from '../wizard-actions.ts'
import type { Wizard } from '../wizard-store.ts'
import { BrokenOff } from './broken-off.tsx'
import { OpenFiles } from './open-files.tsx'

const accepted = ['.csv', '.tsv', '.txt', '.xlsx', '.vcf', '.vcard', 'text/csv', 'text/vcard']
const kinds = ['csv', 'excel', 'vcard', 'own'] as const

/** What can be brought in, in words. */
const Kinds = () => {
  const { t } = useI18n()
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      {kinds.map((kind) => (
        <div key={kind} className="contents">
          <dt className="font-[560]">{t(`transfer.kind.${kind}`)}</dt>
          <dd className="text-ink-muted">{t(`transfer.kind.${kind}.detail`)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The beginning: which files, what was broken off, and what came in before. */
export const FileStep = ({ state, actions }: { state: Wizard; actions: WizardActions }) => {
  const { t } = useI18n()
  return (
    <>
      <BrokenOff actions={actions} />
      <OpenFiles state={state} actions={actions} />
      <FileDrop
        label={t('transfer.drop')}
        description={t('transfer.drop.detail')}
        accept={accepted}
        multiple
        onFiles={(files) => void actions.add(files)}
      />
      <Kinds />
      <ImportList actions={actions} />
    </>
  )
}

import { Info } from 'lucide-react'

import type { ImportRules } from '../../../../../shared/import/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import { Icon, RadioGroup, TextField } from '../../../../ui/index.ts'
import type { Analysis } from '../../../../workers/import-protocol.ts'
import type { WizardActions } from '../wizard-actions.ts'
import type { Wizard } from '../wizard-store.ts'
import { Defaults } from './defaults.tsx'
import { MatchBy } from './match-by.tsx'
import { Section } from './section.tsx'
import { Words } from './words.tsx'

type Change = (part: Partial<ImportRules>) => void

/** What happens to records that are there already. */
const Existing = ({ analysis, rules, onChange }: { analysis: Analysis; rules: ImportRules; onChange: Change }) => {
  const { t } = useI18n()
  return (
    <Section title={t('transfer.rules.existing')} detail={t('transfer.rules.existing.detail')}>
      <RadioGroup
        label={t('transfer.rules.mode')}
        options={(['both', 'create', 'update'] as const).map((id) => ({
          id,
          label: t(`transfer.rules.mode.${id}`),
          detail: t(`transfer.rules.mode.${id}.detail`),
        }))}
        value={rules.mode}
        onChange={(mode) => onChange({ mode })}
      />
      <MatchBy noun={analysis.noun} rules={rules} onChange={onChange} />
      {rules.mode !== 'create' && (
        <RadioGroup
          label={t('transfer.rules.wins')}
          description={t('transfer.rules.blank')}
          options={(['file', 'book'] as const).map((id) => ({ id, label: t(`transfer.rules.wins.${id}`) }))}
          value={rules.wins}
          onChange={(wins) => onChange({ wins })}
        />
      )}
    </Section>
  )
}

/** What happens where something is not clear. */
const Doubt = ({ analysis, rules, onChange }: { analysis: Analysis; rules: ImportRules; onChange: Change }) => {
  const { t } = useI18n()
  return (
    <Section title={t('transfer.rules.doubt')}>
      {analysis.noun === 'customers' && (
        <RadioGroup
          label={t('transfer.rules.duplicates')}
          options={(['create', 'skip', 'update'] as const).map((id) => ({
            id,
            label: t(`transfer.rules.duplicates.${id}`),
          }))}
          value={rules.duplicates}
          onChange={(duplicates) => onChange({ duplicates })}
        />
      )}
      <RadioGroup
        label={t('transfer.rules.badCells')}
        options={(['skipRow', 'skipCell'] as const).map((id) => ({ id, label: t(`transfer.rules.badCells.${id}`) }))}
        value={rules.badCells}
        onChange={(badCells) => onChange({ badCells })}
      />
    </Section>
  )
}

/** How the file goes in. Everything is set so that most people just go on. */
export const RulesStep = ({
  analysis,
  state,
  actions,
}: {
  analysis: Analysis
  state: Wizard
  actions: WizardActions
}) => {
  const { t } = useI18n()
  const { rules } = state
  const { noun } = analysis
  return (
    <>
      <p className="text-ink-muted">{t('transfer.rules.detail')}</p>
      <Existing analysis={analysis} rules={rules} onChange={actions.setRules} />
      <Section title={t('transfer.rules.batch')} detail={t('transfer.rules.batch.detail')}>
        <Defaults analysis={analysis} rules={rules} onChange={actions.setRules} />
        {noun === 'customers' && (
          <TextField
            label={t('transfer.rules.tag')}
            description={t('transfer.rules.tag.detail')}
            value={rules.tag}
            onChange={(tag) => actions.setRules({ tag })}
          />
        )}
      </Section>
      <Words analysis={analysis} words={state.words ?? []} rules={rules} onChange={actions.setRules} />
      <Doubt analysis={analysis} rules={rules} onChange={actions.setRules} />
      {noun === 'customers' && (
        <p className="flex items-start gap-2 rounded-lg bg-blue-soft px-3.5 py-2.5">
          <Icon of={Info} className="mt-0.5 text-blue" />
          <span>{t('transfer.noConsent')}</span>
        </p>
      )}
    </>
  )
}

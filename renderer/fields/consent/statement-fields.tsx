import { basesFor, lawfulBases } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Select, TextField } from '../../ui/index.ts'
import { InstantInput } from '../input/instant-input.tsx'
import type { StatementDetails } from './consent-writes.ts'

/** What proves a statement: on what basis, how and when it was made, where the proof is. */
export const StatementFields = ({
  purpose,
  value,
  onChange,
  basis = true,
  isRequired = false,
}: {
  purpose: string | undefined
  value: StatementDetails
  onChange: (value: StatementDetails) => void
  /** Whether the basis is to be chosen: a withdrawal has none. */
  basis?: boolean
  /** Whether how and evidence must be told. */
  isRequired?: boolean
}) => {
  const { t } = useI18n()
  const change = (part: Partial<StatementDetails>) => onChange({ ...value, ...part })
  const bases = purpose === undefined ? lawfulBases : basesFor(purpose)
  return (
    <div className="flex flex-col gap-2.5">
      {basis && (
        <Select
          label={t('privacy.basis')}
          options={bases.map((id) => ({ id, label: t(`privacy.basis.${id}`) }))}
          value={value.basis}
          onChange={(next) => change({ basis: bases.find((id) => id === next) ?? 'consent' })}
        />
      )}
      <TextField
        label={t('privacy.how')}
        value={value.how}
        isRequired={isRequired}
        onChange={(how) => change({ how })}
      />
      <TextField
        label={t('privacy.evidence')}
        description={t('privacy.evidenceHelp')}
        value={value.evidence}
        isRequired={isRequired}
        onChange={(evidence) => change({ evidence })}
      />
      <InstantInput label={t('privacy.at')} value={value.at} onChange={(at) => at && change({ at })} />
    </div>
  )
}

import type { NounName } from '../../../../../shared/domain/index.ts'
import type { ImportRules } from '../../../../../shared/import/index.ts'
import {
  codeChoices,
  FieldInput,
  shownField,
  useCatalog,
  useColumnLabel,
  useLookups,
} from '../../../../fields/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import { Select } from '../../../../ui/index.ts'
import type { Analysis } from '../../../../workers/import-protocol.ts'

/** What is worth saying once for all rows, where the file does not say it. */
const offered: Readonly<Record<NounName, readonly string[]>> = {
  customers: ['status', 'source', 'owner'],
  deals: ['pipelineId', 'owner', 'source'],
  interactions: ['channel', 'owner'],
  tasks: ['owner'],
}

type Held = ImportRules['defaults'][string]
const isHeld = (value: unknown): value is Held => ['string', 'number', 'boolean'].includes(typeof value)

/** What all rows of the file have in common: values that it lacks, the country of its phones, the currency of its amounts. */
export const Defaults = ({
  analysis,
  rules,
  onChange,
}: {
  analysis: Analysis
  rules: ImportRules
  onChange: (part: Partial<ImportRules>) => void
}) => {
  const i18n = useI18n()
  const { t } = i18n
  const { noun } = analysis
  const catalog = useCatalog()
  const { settings } = useLookups()
  const label = useColumnLabel(noun)
  const set = (key: string, value: unknown) => {
    const { [key]: _, ...others } = rules.defaults
    onChange({ defaults: isHeld(value) ? { ...others, [key]: value } : others })
  }
  const columns = offered[noun].flatMap((key) => shownField(noun, key, catalog) ?? [])
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(210px,1fr))] gap-3">
      {columns.map((column) => (
        <FieldInput
          key={column.key}
          noun={noun}
          column={column}
          label={label(column.key)}
          value={rules.defaults[column.key]}
          onChange={(value) => set(column.key, value)}
        />
      ))}
      {noun === 'customers' && (
        <Select
          label={t('transfer.rules.country')}
          search={t('transfer.rules.country.find')}
          options={codeChoices(i18n, 'country')}
          value={rules.country ?? settings?.country}
          onChange={(country) => onChange({ country })}
        />
      )}
      {noun === 'deals' && (
        <Select
          label={label('currency')}
          search={t('transfer.rules.currency.find')}
          options={codeChoices(i18n, 'currency')}
          value={rules.currency ?? settings?.currency}
          onChange={(currency) => onChange({ currency })}
        />
      )}
    </div>
  )
}

import type { Catalog, NounName } from '../../../../../shared/domain/index.ts'
import type { ImportRules } from '../../../../../shared/import/index.ts'
import { fieldLabel, useCatalog } from '../../../../fields/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import { Checkbox, Select } from '../../../../ui/index.ts'

const AUTO = 'auto'
const NONE = 'none'
const CHOSEN = 'chosen'

const known: Readonly<Partial<Record<NounName, readonly string[]>>> = {
  customers: ['sourceId', 'email', 'phone', 'name'],
  deals: ['sourceId', 'title', 'customer', 'value'],
}

/** By what a row can find the record it is about: what every book has, and unique fields of one's own. */
const matchFields = (noun: NounName, catalog: Catalog): readonly string[] => {
  const fields = known[noun]
  if (!fields) return []
  const unique = catalog.own.filter(({ id, unique }) => unique && catalog.field(noun, id)).map(({ id }) => id)
  return [...fields, ...unique]
}

/** By what a row finds the record it is about. */
export const MatchBy = ({
  noun,
  rules,
  onChange,
}: {
  noun: NounName
  rules: ImportRules
  onChange: (part: Partial<ImportRules>) => void
}) => {
  const i18n = useI18n()
  const { t, tx } = i18n
  const catalog = useCatalog()
  const fields = matchFields(noun, catalog)
  const chosen = typeof rules.match === 'string' ? undefined : rules.match
  const choose = (id: string | undefined) => {
    if (id === CHOSEN) onChange({ match: fields.slice(0, 1) })
    else onChange({ match: id === NONE ? 'none' : 'auto' })
  }
  const toggle = (field: string, on: boolean) => {
    const next = fields.filter((each) => (each === field ? on : chosen?.includes(each)))
    if (next.length > 0) onChange({ match: next })
  }
  const label = (field: string) => tx(`transfer.match.${field}`, fieldLabel(i18n, catalog, noun, field))
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={t('transfer.rules.match')}
        description={t(`transfer.rules.match.${noun}`)}
        options={[
          { id: AUTO, label: t('transfer.rules.match.auto') },
          ...(fields.length > 0 ? [{ id: CHOSEN, label: t('transfer.rules.match.chosen') }] : []),
          { id: NONE, label: t('transfer.rules.match.none') },
        ]}
        value={chosen ? CHOSEN : rules.match === 'none' ? NONE : AUTO}
        onChange={choose}
      />
      {chosen && (
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
          <legend className="sr-only">{t('transfer.rules.match')}</legend>
          {fields.map((field) => (
            <Checkbox key={field} value={chosen.includes(field)} onChange={(on) => toggle(field, on)}>
              {label(field)}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </div>
  )
}

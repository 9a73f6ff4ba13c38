import { hasAmounts, hasLengths } from '../../../../shared/domain/index.ts'
import { useLookups } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { DatePicker, MoneyField, NumberField } from '../../../ui/index.ts'
import type { FieldDraft } from './definition-draft.ts'
import { Part } from './part.tsx'

/** The least and the most: of a text its length, of a number its value, of a day the day. */
export const LimitsPart = ({
  draft,
  onChange,
  isWrong,
}: {
  draft: FieldDraft
  onChange: (change: Partial<FieldDraft>) => void
  isWrong: boolean
}) => {
  const { t } = useI18n()
  const { settings } = useLookups()
  const { type, min, max, earliest, latest } = draft
  const wrong = isWrong ? t('ownFields.wrong.range') : undefined
  if (type === 'day')
    return (
      <Part title={t('ownFields.part.limits')}>
        <div className="grid grid-cols-2 gap-2.5">
          <DatePicker
            label={t('ownFields.earliest')}
            value={earliest}
            onChange={(day) => onChange({ earliest: day })}
          />
          <DatePicker
            label={t('ownFields.latest')}
            value={latest}
            onChange={(day) => onChange({ latest: day })}
            errorMessage={wrong}
          />
        </div>
      </Part>
    )
  if (!hasAmounts(type) && !hasLengths(type)) return null
  const lengths = hasLengths(type)
  const labels = lengths
    ? { min: t('ownFields.shortest'), max: t('ownFields.longest') }
    : { min: t('ownFields.least'), max: t('ownFields.most') }
  const whole = lengths ? { minValue: 0, formatOptions: { maximumFractionDigits: 0 } } : {}
  const setMin = (value: number | undefined) => onChange({ min: value })
  const setMax = (value: number | undefined) => onChange({ max: value })
  return (
    <Part title={t('ownFields.part.limits')}>
      <div className="grid grid-cols-2 gap-2.5">
        {type === 'money' ? (
          <>
            <MoneyField label={labels.min} currency={settings?.currency ?? 'EUR'} value={min} onChange={setMin} />
            <MoneyField
              label={labels.max}
              currency={settings?.currency ?? 'EUR'}
              value={max}
              onChange={setMax}
              errorMessage={wrong}
            />
          </>
        ) : (
          <>
            <NumberField label={labels.min} value={min} onChange={setMin} {...whole} />
            <NumberField label={labels.max} value={max} onChange={setMax} errorMessage={wrong} {...whole} />
          </>
        )}
      </div>
    </Part>
  )
}

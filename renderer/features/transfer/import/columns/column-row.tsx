import type { NounName } from '../../../../../shared/domain/index.ts'
import { useCatalog } from '../../../../fields/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import { Badge, Select } from '../../../../ui/index.ts'
import type { Analysis, ColumnChoice } from '../../../../workers/import-protocol.ts'
import { DateOrderSelect } from './date-order-select.tsx'
import { isDayPath, readsTwoWays } from './days.ts'
import { LEFT_OUT, NEW_FIELD, type Target } from './targets.ts'

type Column = Analysis['columns'][number]
const tones = {
  source: 'good',
  remembered: 'good',
  name: 'neutral',
  content: 'info',
  user: 'accent',
  none: 'neutral',
} as const

/** One column of the file: its first values, where it goes, and how that was found. */
export const ColumnRow = ({
  column,
  noun,
  name,
  rowCount,
  isAsked,
  options,
  onChange,
  onNewField,
}: {
  column: Column
  noun: NounName
  name: string
  rowCount: number
  /** What its dates mean is asked for above. */
  isAsked: boolean
  options: readonly Target[]
  onChange: (choice: Partial<ColumnChoice>) => void
  onNewField: () => void
}) => {
  const { t, format } = useI18n()
  const catalog = useCatalog()
  const { path, by, samples, filled, dateOrder } = column
  const choose = (next: string | undefined) => {
    if (next === NEW_FIELD) onNewField()
    else onChange({ path: next === undefined || next === LEFT_OUT ? '' : next })
  }
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className="py-2 pe-3 text-start font-[560] break-words">
        <bdi>{name}</bdi>
        <span className="block font-normal text-ink-muted text-xs">
          {filled === 0
            ? t('transfer.columnEmpty')
            : t('transfer.filled', { share: format.percent(filled / Math.max(1, rowCount)) })}
        </span>
      </th>
      <td className="py-2 pe-3 text-ink-muted">
        {[...new Set(samples)].map((sample) => (
          <span key={sample} className="block truncate">
            <bdi>{sample}</bdi>
          </span>
        ))}
      </td>
      <td className="py-1.5">
        <Select
          label={t('transfer.goesTo', { column: name })}
          hideLabel
          search={t('transfer.findField')}
          options={options}
          value={path === '' ? LEFT_OUT : path}
          onChange={choose}
        />
        {!isAsked && isDayPath(noun, path, catalog) && readsTwoWays(samples) && (
          <DateOrderSelect
            label={t('transfer.dateOrderOf', { column: name })}
            sample={samples.find((sample) => readsTwoWays([sample])) ?? ''}
            value={column.dateSure ? dateOrder : undefined}
            onChange={(next) => onChange({ dateOrder: next, dateSure: true })}
          />
        )}
      </td>
      <td className="py-2 ps-2">{path !== '' && <Badge tone={tones[by]}>{t(`transfer.by.${by}`)}</Badge>}</td>
    </tr>
  )
}

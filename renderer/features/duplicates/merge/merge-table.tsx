import { ChevronDown, ChevronUp } from 'lucide-react'
import { useMemo, useState } from 'react'

import { type Customer, displayName } from '../../../../shared/domain/index.ts'
import { type MergePlan, type MergeRow, saidOf } from '../../../../shared/merging/index.ts'
import { useRecords } from '../../../data/index.ts'
import { formatValue, useColumnLabel, useFormatContext } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Badge, Button, cx } from '../../../ui/index.ts'

const cellClass = 'min-w-36 max-w-72 px-2.5 py-1.5 text-start align-top font-normal break-words'

/** Fields of several values of which one stands first; of the others the order says nothing. */
const inOrder = new Set(['emails', 'phones', 'addresses'])

const isOpenRow = ({ key, how }: MergeRow): boolean => how === 'choice' || (how === 'united' && inOrder.has(key))

/** The names of the customers that values point at. */
const useNamesIn = (records: readonly Customer[], rows: readonly MergeRow[]): ReadonlyMap<string, string> => {
  const ids = useMemo(() => {
    const links = rows.filter(({ field }) => field.type === 'link').map(({ key }) => key)
    const found = records.flatMap((record) => links.map((key) => saidOf(record, key)))
    return [...new Set(found.flatMap((id) => (typeof id === 'string' ? [id] : [])))]
  }, [records, rows])
  const linked = useRecords('customers', ids)
  return useMemo(() => new Map([...linked].map(([id, record]) => [id, displayName(record)])), [linked])
}

/** Columns are records, rows are fields; the last column is what comes out. */
export const MergeTable = ({
  records,
  plan,
  onMain,
  onChoose,
}: {
  records: readonly Customer[]
  plan: MergePlan
  onMain: (id: string) => void
  onChoose: (key: string, id: string) => void
}) => {
  const { t, format } = useI18n()
  const label = useColumnLabel('customers')
  const context = useFormatContext(useNamesIn(records, plan.rows))
  const [all, setAll] = useState(false)
  const same = plan.rows.filter(({ how }) => how === 'same')
  const rows = all ? plan.rows : plan.rows.filter(({ how }) => how !== 'same')
  const textOf = ({ key, field }: MergeRow, record: object): string =>
    formatValue(context, 'customers', { key, type: field.type, field }, saidOf(record, key), { record })
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard */}
      <section aria-label={t('duplicates.mergeTitle')} tabIndex={0} className="overflow-x-auto">
        <table className="w-full border-collapse">
          <thead>
            <tr className="border-line border-b">
              <td className={cellClass} />
              {records.map((record) => (
                <th key={record.id} scope="col" className={cellClass}>
                  <label className="flex cursor-default items-start gap-2">
                    <input
                      type="radio"
                      name="main"
                      className="mt-0.5 size-4 flex-none accent-accent"
                      checked={record.id === plan.mainId}
                      onChange={() => onMain(record.id)}
                    />
                    <span>
                      <bdi className="block font-semibold">{displayName(record)}</bdi>
                      <span className="block text-ink-muted text-xs">
                        {record.id === plan.mainId ? t('duplicates.stays') : t('duplicates.goes')}
                        {' · '}
                        {format.instant(record.createdAt, 'date')}
                      </span>
                      {record.archivedAt !== undefined && <Badge>{t('duplicates.archived')}</Badge>}
                    </span>
                  </label>
                </th>
              ))}
              <th scope="col" className={cx(cellClass, 'bg-accent-soft font-semibold')}>
                {t('duplicates.result')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className="border-line border-b">
                <th scope="row" className={cx(cellClass, 'min-w-28 text-ink-muted')}>
                  {label(row.key)}
                  {row.how === 'united' && <span className="block text-xs">{t('duplicates.allKept')}</span>}
                </th>
                {records.map((record) => {
                  const text = textOf(row, record)
                  return (
                    <td key={record.id} className={cellClass}>
                      {text !== '' &&
                        (isOpenRow(row) ? (
                          <label className="flex cursor-default items-start gap-2">
                            <input
                              type="radio"
                              name={row.key}
                              aria-label={`${label(row.key)}: ${text}`}
                              className="mt-0.5 size-4 flex-none accent-accent"
                              checked={record.id === row.from}
                              onChange={() => onChoose(row.key, record.id)}
                            />
                            <bdi className="min-w-0 whitespace-pre-line">{text}</bdi>
                          </label>
                        ) : (
                          <bdi className="whitespace-pre-line">{text}</bdi>
                        ))}
                    </td>
                  )
                })}
                <td className={cx(cellClass, 'bg-accent-soft')}>
                  <bdi className="whitespace-pre-line">{textOf(row, plan.result)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {same.length > 0 && (
        <Button
          small
          variant="quiet"
          icon={all ? ChevronUp : ChevronDown}
          className="mt-2"
          aria-expanded={all}
          onPress={() => setAll(!all)}
        >
          {t(all ? 'duplicates.hideSame' : 'duplicates.showSame', { count: same.length })}
        </Button>
      )}
    </>
  )
}

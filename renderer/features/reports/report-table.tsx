import type { Report } from '../../../shared/analytics/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { cx } from '../../ui/index.ts'
import type { ReportWords } from './words.ts'

const cellClass = 'px-3 py-[7px] text-end tabular-nums whitespace-nowrap'
const nameClass = 'sticky start-0 z-1 bg-surface px-3 py-[7px] text-start font-[450] whitespace-nowrap'

/** The numbers of a report. Heading and sum stay in sight while a long one is scrolled. */
export const ReportTable = ({ id, table, words }: { id: string; table: Report['table']; words: ReportWords }) => {
  const { t } = useI18n()
  const label = t('reports.table', { title: words.title })
  const { columns, rows, total } = table
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={label}
      className="max-h-[70vh] min-w-0 overflow-auto rounded-xl border border-line"
    >
      <table id={id} className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{label}</caption>
        <thead className="text-ink-muted text-sm">
          <tr>
            <th scope="col" className={cx(nameClass, 'top-0 !z-3 border-line border-b font-[520]')}>
              {words.rowsHeading}
            </th>
            {columns.map((column) => (
              <th
                key={JSON.stringify(column)}
                scope="col"
                className={cx(cellClass, 'sticky top-0 z-2 border-line border-b bg-surface font-[520]')}
              >
                {words.column(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.group ?? ''} ${row.key}`} className="[&>*]:border-line [&>*]:border-b">
              <th scope="row" className={nameClass}>
                {words.row(row)}
              </th>
              {columns.map((column, at) => {
                const value = row.cells[at] ?? null
                return (
                  <td key={JSON.stringify(column)} className={cx(cellClass, !value && 'text-ink-faint')}>
                    {words.cell(column, value)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot className="font-semibold">
          <tr>
            <th scope="row" className={cx(nameClass, 'bottom-0 !z-3 border-line border-t font-semibold')}>
              {t('reports.total')}
            </th>
            {columns.map((column, at) => (
              <td
                key={JSON.stringify(column)}
                className={cx(cellClass, 'sticky bottom-0 z-2 border-line border-t bg-surface')}
              >
                {words.cell(column, total[at])}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

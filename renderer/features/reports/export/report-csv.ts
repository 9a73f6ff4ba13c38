import type { Cell, Column, Report } from '../../../../shared/analytics/index.ts'
import { writeCsv } from '../../../../shared/export/index.ts'
import { fractionDigits, type I18n } from '../../../i18n/index.ts'
import type { ReportWords } from '../words.ts'

/** Spreadsheets expect the decimal sign of the system, and a semicolon where that is a comma. */
const usesComma = (locale: string): boolean =>
  new Intl.NumberFormat(locale, { numberingSystem: 'latn' })
    .formatToParts(1.5)
    .some(({ type, value }) => type === 'decimal' && value === ',')

const HUNDRED = 100

/**
 * The table of a report as CSV for a spreadsheet: plain numbers in Latin digits, money in major units, shares in
 * percent, and for rows that are stretches of time their first and last day (ISO 8601).
 */
export const reportCsv = ({ table }: Report, words: ReportWords, { t, locale }: I18n): string => {
  const comma = usesComma(locale)
  const timed = table.rows.some(({ days }) => days !== undefined)
  const heading = (column: Column) => {
    const name = words.name(column)
    if (column.kind === 'share') return `${name}, %`
    return column.currency === undefined ? name : t('reports.inCurrency', { name, currency: column.currency })
  }
  const text = ({ kind, currency = '' }: Column, value: Cell | undefined): string => {
    if (value === null || value === undefined) return ''
    const digits = fractionDigits(currency)
    const plain =
      kind === 'money'
        ? (value / 10 ** digits).toFixed(digits)
        : kind === 'share'
          ? (value * HUNDRED).toFixed(1)
          : String(value)
    return comma ? plain.replace('.', ',') : plain
  }
  const rowsOf = (name: string, days: readonly string[], cells: readonly Cell[]): string[] => [
    name,
    ...(timed ? days : []),
    ...table.columns.map((column, at) => text(column, cells[at])),
  ]
  return writeCsv(
    [
      [words.rowsHeading, ...(timed ? [t('reports.from'), t('reports.to')] : []), ...table.columns.map(heading)],
      ...table.rows.map((row) => rowsOf(words.row(row), [row.days?.from ?? '', row.days?.to ?? ''], row.cells)),
      rowsOf(t('reports.total'), ['', ''], table.total),
    ],
    { delimiter: comma ? ';' : ',', bom: true },
  )
}

import { describe, expect, it } from 'vitest'

import { reportCsv } from '../../../../../renderer/features/reports/export/report-csv.ts'
import { reportWords } from '../../../../../renderer/features/reports/words.ts'
import { type Language, loadI18n } from '../../../../../renderer/i18n/index.ts'
import { stretchesOf, wonLostReport } from '../../../../../shared/analytics/index.ts'
import { month } from '../../../shared/analytics/rows.ts'

const same = (id: string) => id
const labels = { item: same, stage: same, pipeline: same, value: same, field: same, by: '' }

const csvIn = async (language: Language, rows: { keys: string[]; values: number[] }[]): Promise<string[]> => {
  const i18n = await loadI18n(language)
  const period = { from: '2026-09-10', to: '2026-10-31' }
  const report = wonLostReport(rows, stretchesOf(period, month), 'EUR')
  const words = reportWords(i18n, labels, 'wonLost', { unit: 'month', pipelines: 0, period }, false)
  return reportCsv(report, words, i18n).replaceAll('\u2009', ' ').split('\r\n')
}

const rows = [
  { keys: ['2026-09-12', 'won', 'EUR'], values: [2, 123_456] },
  { keys: ['2026-09-12', 'lost', 'EUR'], values: [1, 0] },
  { keys: ['2026-09-12', 'won', 'JPY'], values: [1, 5_000] },
]

describe('a report as CSV', () => {
  it('has plain numbers in major units, shares in percent, and the days of a month that the period cuts', async () => {
    expect(await csvIn('en', rows)).toEqual([
      '\ufeffMonth,From,To,Won,Lost,"Win rate, %","Value won, EUR","Value lost, EUR","Value won, JPY","Value lost, JPY"',
      '10 – 30 Sept 2026,2026-09-10,2026-09-30,3,1,75.0,1234.56,0.00,5000,0',
      'October 2026,2026-10-01,2026-10-31,0,0,,0.00,0.00,0,0',
      'Total,,,3,1,75.0,1234.56,0.00,5000,0',
      '',
    ])
  })
  it('has decimal commas and semicolons where spreadsheets expect them', async () => {
    const [head, first] = await csvIn('lt', rows)
    expect(head?.split(';')).toHaveLength(10)
    expect(first).toContain(';75,0;1234,56;')
  })
  it('has Latin digits for a Persian reader, so that numbers are numbers', async () => {
    const [, first] = await csvIn('fa', rows)
    expect(first).toContain(',75.0,1234.56,')
  })
})

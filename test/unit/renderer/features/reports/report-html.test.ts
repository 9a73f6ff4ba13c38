import { describe, expect, it } from 'vitest'

import {
  needsLandscape,
  type ReportDocument,
  reportHtml,
} from '../../../../../renderer/features/reports/export/report-html.ts'

const bad = `</style><script>alert("1")</script>'&`

const report: ReportDocument = {
  language: 'en',
  dir: 'ltr',
  title: 'Interactions',
  about: 'By channel.',
  company: 'Amber & Sons',
  facts: [{ label: 'Period', value: 'This month' }],
  figures: [{ label: 'Interactions', value: '12', detail: '40%' }],
  chart: { src: 'data:image/png;base64,AAAA', alt: 'Chart', caption: '', width: 680, height: 230 },
  table: { head: ['Week', 'Call'], rows: [['1 – 7 Nov', '12']], total: ['Total', '12'] },
  margins: { start: 'Amber & Sons', page: ['Page ', '{page}', ' of ', '{pages}'] },
  fonts: [{ family: 'Inter', src: 'data:font/woff2;base64,AAAA', range: 'U+0000-00FF' }],
}

describe('a report as HTML to print', () => {
  it('lets no text out of its place: not of a name, a filter or a company', () => {
    const html = reportHtml({
      ...report,
      title: bad,
      about: bad,
      company: bad,
      facts: [{ label: bad, value: bad, detail: bad }],
      figures: [{ label: bad, value: bad }],
      chart: { src: 'data:image/png;base64,AAAA', alt: bad, caption: bad, width: 1, height: 1 },
      table: { head: [bad, bad], rows: [[bad, bad]], total: [bad, bad] },
      margins: { start: bad, page: [bad, '{page}'] },
    })
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(html).not.toContain('<script')
    expect(html).not.toMatch(/alt="[^"]*"1/)
    expect(html).toContain('&lt;script&gt;')
  })

  it('fetches nothing', () => {
    expect(reportHtml(report)).not.toMatch(/https?:|url\((?!data:)|src="(?!data:)/)
  })

  it('numbers its pages in the digits of the language and runs in its direction', () => {
    expect(reportHtml(report)).toContain('"Page " counter(page,decimal) " of " counter(pages,decimal)')
    const persian = reportHtml({ ...report, language: 'fa', dir: 'rtl' })
    expect(persian).toContain('<html lang="fa" dir="rtl">')
    expect(persian).toContain('counter(page,persian)')
  })

  it('lies where its table is too wide to stand', () => {
    const wide = Array.from({ length: 12 }, (_, at) => `€1,000,00${at}`)
    expect(needsLandscape(report.table)).toBe(false)
    expect(needsLandscape({ head: wide, rows: [wide], total: wide })).toBe(true)
    expect(reportHtml({ ...report, table: { head: wide, rows: [wide], total: wide } })).toContain('A4 landscape')
  })
})

import type { Report } from '../../../../shared/analytics/index.ts'
import type { Desktop } from '../../../../shared/desktop-api.ts'
import { type Fact, pageWords, printFonts } from '../../../fields/index.ts'
import type { I18n } from '../../../i18n/index.ts'
import { drawChart } from '../chart/draw.ts'
import type { ReportWords } from '../words.ts'
import { needsLandscape, reportHtml } from './report-html.ts'

/** CSS pixels: an A4 page between its margins, upright and lying; and a height that leaves room for the table. */
const UPRIGHT = 680
const LANDSCAPE = 1009
const MOST_HEIGHT = 230

export type PdfInput = {
  report: Report
  words: ReportWords
  i18n: I18n
  currency: string | undefined
  about: string
  company: string
  /** The period and the filters, in words. */
  facts: readonly Fact[]
}

/**
 * Makes a report's PDF with the desktop side.
 * @throws AppError `noBrowser`, `pdfFailed`
 */
export const reportPdf = async (
  desktop: Desktop,
  { report, words, i18n, currency, about, company, facts }: PdfInput,
): Promise<Blob> => {
  const { table, chart } = report
  const cells = (values: Report['table']['total']) => table.columns.map((column, at) => words.cell(column, values[at]))
  const texts = {
    head: [words.rowsHeading, ...table.columns.map(words.column)],
    rows: table.rows.map((row) => [words.row(row), ...cells(row.cells)]),
    total: [i18n.t('reports.total'), ...cells(table.total)],
  }
  const size = { width: needsLandscape(texts) ? LANDSCAPE : UPRIGHT, mostHeight: MOST_HEIGHT }
  const [fonts, picture] = await Promise.all([
    printFonts(),
    drawChart({ chart, rows: table.rows, words, i18n, currency }, size),
  ])
  const several = new Set(table.columns.flatMap((column) => column.currency ?? [])).size > 1
  const html = reportHtml({
    language: i18n.language,
    dir: i18n.dir,
    title: words.title,
    about,
    company,
    facts: [...facts, { label: i18n.t('reports.madeOn'), value: i18n.format.instant(new Date().toISOString()) }],
    figures: report.figures.map(words.figure),
    chart: {
      ...picture,
      alt: i18n.t('reports.chart', { title: words.title }),
      caption: several && currency !== undefined ? i18n.t('reports.chartIn', { currency }) : '',
    },
    table: texts,
    margins: { start: [company, words.title].filter((text) => text !== '').join(' · '), page: pageWords(i18n) },
    fonts,
  })
  const { bytes } = await desktop.call('pdf.print', { html })
  return new Blob([new Uint8Array(bytes)], { type: 'application/pdf' })
}

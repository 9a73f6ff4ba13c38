import { escaped, type Fact, factHtml, isolated, type PrintPage, printPage } from '../../../fields/index.ts'

/** Everything a printed report says, as texts. */
export type ReportDocument = PrintPage & {
  figures: readonly Fact[]
  /** `src` is a data URI; the size in CSS pixels. */
  chart: { src: string; alt: string; caption: string; width: number; height: number } | undefined
  table: { head: readonly string[]; rows: readonly (readonly string[])[]; total: readonly string[] }
}

/** So many letters of a table's size still fit beside each other on an upright page. */
const MOST_UPRIGHT = 104
const LETTERS_BETWEEN = 2

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length))

/** Whether a table is too wide for an upright page. Headings may break between words, other cells don't. */
export const needsLandscape = ({ head, rows, total }: ReportDocument['table']): boolean => {
  const widths = head.map((text, at) =>
    Math.max(longest(text.split(' ')), longest([...rows, total].map((row) => row[at] ?? ''))),
  )
  return widths.reduce((sum, width) => sum + width + LETTERS_BETWEEN, 0) > MOST_UPRIGHT
}

const isNothing = (text: string): boolean => /^[–0۰]$/.test(text)

const rowOf = ([name = '', ...cells]: readonly string[]): string =>
  `<tr><th scope="row">${isolated(name)}</th>${cells
    .map((cell) => `<td${isNothing(cell) ? ' class="zero"' : ''}>${isolated(cell)}</td>`)
    .join('')}</tr>`

/**
 * A report as static HTML with its picture. A table goes on over pages with its head repeated; rows are not split.
 */
export const reportHtml = (report: ReportDocument): string => {
  const { table, chart } = report
  const picture = chart
    ? `<figure class="chart"><img src="${escaped(chart.src)}" alt="${escaped(chart.alt)}" width="${chart.width}" height="${chart.height}">${
        chart.caption === '' ? '' : `<figcaption>${escaped(chart.caption)}</figcaption>`
      }</figure>`
    : ''
  const body = `<dl class="figures">${report.figures.map(factHtml).join('')}</dl>
${picture}
<table>
<thead><tr>${table.head.map((text) => `<th scope="col">${isolated(text)}</th>`).join('')}</tr></thead>
<tbody>${table.rows.map(rowOf).join('\n')}</tbody>
<tfoot>${rowOf(table.total)}</tfoot>
</table>`
  return printPage(report, body, needsLandscape(table))
}

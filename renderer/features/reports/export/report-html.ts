import { type Margins, type PrintFont, printStyle } from './print-style.ts'

export type Fact = { label: string; value: string; detail?: string }

/** Everything a printed report says, as texts. */
export type ReportDocument = {
  language: string
  dir: 'ltr' | 'rtl'
  title: string
  about: string
  company: string
  /** Period, filters, when it was made. */
  facts: readonly Fact[]
  figures: readonly Fact[]
  /** `src` is a data URI; the size in CSS pixels. */
  chart: { src: string; alt: string; caption: string; width: number; height: number } | undefined
  table: { head: readonly string[]; rows: readonly (readonly string[])[]; total: readonly string[] }
  margins: Margins
  fonts: readonly PrintFont[]
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

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? '')

/** Texts of unknown direction stand for themselves beside others. */
const isolated = (text: string): string => `<bdi>${escaped(text)}</bdi>`

const factOf = ({ label, value, detail }: Fact): string =>
  `<div><dt>${escaped(label)}</dt><dd>${isolated(value)}${detail ? `<small>${isolated(detail)}</small>` : ''}</dd></div>`

const isNothing = (text: string): boolean => /^[–0۰]$/.test(text)

const rowOf = ([name = '', ...cells]: readonly string[]): string =>
  `<tr><th scope="row">${isolated(name)}</th>${cells
    .map((cell) => `<td${isNothing(cell) ? ' class="zero"' : ''}>${isolated(cell)}</td>`)
    .join('')}</tr>`

/**
 * A report as static HTML that carries its fonts and its picture: nothing runs in it and nothing is fetched. A table
 * goes on over pages with its head repeated; rows are not split.
 */
export const reportHtml = (report: ReportDocument): string => {
  const { dir, table, chart } = report
  const style = printStyle(report.fonts, report.margins, {
    rtl: dir === 'rtl',
    landscape: needsLandscape(table),
    persian: report.language === 'fa',
  })
  return `<!doctype html>
<html lang="${escaped(report.language)}" dir="${dir}">
<head><meta charset="utf-8"><title>${escaped(report.title)}</title><style>${style}</style></head>
<body>
<header>
${report.company === '' ? '' : `<div class="company">${isolated(report.company)}</div>`}
<h1>${escaped(report.title)}</h1>
<p class="about">${escaped(report.about)}</p>
<dl class="facts">${report.facts.map(factOf).join('')}</dl>
</header>
<dl class="figures">${report.figures.map(factOf).join('')}</dl>
${
  chart
    ? `<figure class="chart"><img src="${escaped(chart.src)}" alt="${escaped(chart.alt)}" width="${chart.width}" height="${chart.height}">${
        chart.caption === '' ? '' : `<figcaption>${escaped(chart.caption)}</figcaption>`
      }</figure>`
    : ''
}
<table>
<thead><tr>${table.head.map((text) => `<th scope="col">${isolated(text)}</th>`).join('')}</tr></thead>
<tbody>${table.rows.map(rowOf).join('\n')}</tbody>
<tfoot>${rowOf(table.total)}</tfoot>
</table>
</body>
</html>`
}

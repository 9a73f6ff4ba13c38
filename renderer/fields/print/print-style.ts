/** A font file as the page carries it. `src` is a data URI, `range` a CSS unicode-range. */
export type PrintFont = { family: string; src: string; range?: string | undefined }

/** The words that stand in the margins of every page; page numbers are CSS counters between `page` parts. */
export type Margins = { start: string; page: readonly string[] }

const escapes: Readonly<Record<string, string>> = { '"': '\\22 ', '\\': '\\5c ', '<': '\\3c ', '\n': ' ' }

/** A text as a CSS string that can't end the string or the style element. */
const cssString = (text: string): string => `"${text.replaceAll(/["\\<\n]/g, (letter) => escapes[letter] ?? '')}"`

const fontFace = ({ family, src, range }: PrintFont): string =>
  `@font-face{font-family:"${family}";font-weight:100 900;src:url(${src}) format("woff2");${
    range === undefined ? '' : `unicode-range:${range};`
  }}`

const FONTS = '"Inter","Vazirmatn",sans-serif'

const pageRule = (margins: Margins, rtl: boolean, landscape: boolean, counters: string): string => {
  const page = margins.page
    .map((part) =>
      part === '{page}' || part === '{pages}' ? `counter(${part.slice(1, -1)},${counters})` : cssString(part),
    )
    .join(' ')
  const box = `font:400 8pt ${FONTS};color:#6b6962;direction:${rtl ? 'rtl' : 'ltr'}`
  return `@page{size:A4${landscape ? ' landscape' : ''};margin:17mm 15mm 19mm;
@bottom-${rtl ? 'right' : 'left'}{content:${cssString(margins.start)};${box}}
@bottom-${rtl ? 'left' : 'right'}{content:${page};${box}}}`
}

/** The look of a printed report. Page numbers in the digits of the language. */
export const printStyle = (
  fonts: readonly PrintFont[],
  margins: Margins,
  { rtl, landscape, persian }: { rtl: boolean; landscape: boolean; persian: boolean },
): string => `${fonts.map(fontFace).join('\n')}
${pageRule(margins, rtl, landscape, persian ? 'persian' : 'decimal')}
*{box-sizing:border-box}
html{font:400 9.5pt/1.45 ${FONTS};color:#1b1a17;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0}
header{border-bottom:1.5pt solid #0e6b5e;padding-bottom:9pt;margin-bottom:12pt}
.company{color:#0e6b5e;font-weight:600;font-size:9pt}
h1{margin:1pt 0 2pt;font-size:21pt;line-height:1.25;font-weight:680;letter-spacing:${rtl ? '0' : '-.015em'}}
.about{margin:0;color:#5b5a53;max-width:150mm}
.facts{display:flex;flex-wrap:wrap;gap:2pt 18pt;margin:8pt 0 0}
.facts div{display:flex;gap:5pt}
dt{color:#6b6962}
dd{margin:0}
.facts dd{font-weight:520}
.figures{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:7pt;margin:0 0 13pt}
.figures div{background:#f4f4f1;border-radius:5pt;padding:7pt 9pt;min-width:0}
.figures dt{font-size:8pt}
.figures dd{font-size:12.5pt;font-weight:650;line-height:1.3;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.figures dd small{display:block;font-size:8pt;font-weight:450;color:#5b5a53}
.chart{margin:0 0 12pt;break-inside:avoid}
.chart figcaption{color:#6b6962;font-size:8pt;margin-top:3pt}
.chart img{display:block;width:100%;height:auto}
table{width:100%;border-collapse:collapse;font-size:8.5pt;font-variant-numeric:tabular-nums}
thead{display:table-header-group}
tfoot{display:table-row-group}
tr{break-inside:avoid}
th,td{padding:3.6pt 5pt;text-align:end;border-bottom:.5pt solid #e3e2dd;font-weight:400}
th:first-child{text-align:start}
thead th{color:#5b5a53;font-weight:560;border-bottom:1pt solid #b9b8b0;vertical-align:bottom}
tbody td,tbody th{white-space:nowrap}
.zero{color:#9a988e}
tfoot th,tfoot td{font-weight:650;border-top:1pt solid #b9b8b0;border-bottom:0;white-space:nowrap}
tfoot tr{break-before:avoid}
h2{margin:14pt 0 4pt;font-size:12.5pt;font-weight:650;break-after:avoid}
h3{margin:9pt 0 2pt;font-size:9.5pt;font-weight:600;break-after:avoid}
.record th,.record td,.record thead th{text-align:start;white-space:pre-wrap;overflow-wrap:anywhere;vertical-align:top}
.record.pairs th{width:42mm;color:#6b6962}
.none{color:#6b6962;margin:0}`

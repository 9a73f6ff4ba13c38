import type { I18n } from '../../i18n/index.ts'
import { type Margins, type PrintFont, printStyle } from './print-style.ts'

export type Fact = { label: string; value: string; detail?: string }

/** What every printed page says beside its body, as texts. */
export type PrintPage = {
  language: string
  dir: 'ltr' | 'rtl'
  title: string
  about: string
  company: string
  /** Under the title: what it is of, and when it was made. */
  facts: readonly Fact[]
  margins: Margins
  fonts: readonly PrintFont[]
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? '')

/** Texts of unknown direction stand for themselves beside others. */
export const isolated = (text: string): string => `<bdi>${escaped(text)}</bdi>`

export const factHtml = ({ label, value, detail }: Fact): string =>
  `<div><dt>${escaped(label)}</dt><dd>${isolated(value)}${detail ? `<small>${isolated(detail)}</small>` : ''}</dd></div>`

/** The page number's words, cut where its numbers stand. */
export const pageWords = ({ t }: I18n): string[] =>
  t('reports.page', { page: '{page}', pages: '{pages}' })
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')

/**
 * A page to print as static HTML that carries its fonts: nothing runs in it and nothing is fetched.
 * @param body HTML whose texts are escaped
 */
export const printPage = (page: PrintPage, body: string, landscape = false): string => {
  const style = printStyle(page.fonts, page.margins, {
    rtl: page.dir === 'rtl',
    landscape,
    persian: page.language === 'fa',
  })
  return `<!doctype html>
<html lang="${escaped(page.language)}" dir="${page.dir}">
<head><meta charset="utf-8"><title>${escaped(page.title)}</title><style>${style}</style></head>
<body>
<header>
${page.company === '' ? '' : `<div class="company">${isolated(page.company)}</div>`}
<h1>${escaped(page.title)}</h1>
<p class="about">${escaped(page.about)}</p>
<dl class="facts">${page.facts.map(factHtml).join('')}</dl>
</header>
${body}
</body>
</html>`
}

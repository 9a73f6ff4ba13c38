import { escaped, isolated, type PrintPage, printPage } from '../../../fields/index.ts'
import type { ReadRecord, Section } from './person-sections.ts'

const recordHtml = ({ title, fields }: ReadRecord, heading: boolean): string =>
  `${heading ? `<h3>${isolated(title)}</h3>` : ''}<table class="record pairs"><tbody>${fields
    .map(({ label, text }) => `<tr><th scope="row">${escaped(label)}</th><td>${isolated(text)}</td></tr>`)
    .join('')}</tbody></table>`

const tableHtml = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table class="record"><thead><tr>${head
    .map((text) => `<th scope="col">${escaped(text)}</th>`)
    .join('')}</tr></thead><tbody>${rows
    .map((cells) => `<tr>${cells.map((text) => `<td>${isolated(text)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`

/** Everything about a person as static HTML to print. `nothing` stands where a part is empty. */
export const personHtml = (page: PrintPage, sections: readonly Section[], nothing: string): string => {
  const parts = sections.map((section) => {
    const empty = 'rows' in section ? section.rows.length === 0 : section.records.length === 0
    const content = () =>
      'rows' in section
        ? tableHtml(section.head, section.rows)
        : section.records.map((record, index) => recordHtml(record, index > 0 || section.records.length > 1)).join('')
    return `<h2>${escaped(section.title)}</h2>${empty ? `<p class="none">${escaped(nothing)}</p>` : content()}`
  })
  return printPage(page, parts.join('\n'))
}

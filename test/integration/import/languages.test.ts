import { describe, expect, it } from 'vitest'
import { pathLabel } from '../../../renderer/features/transfer/path-label.ts'
import { vocabularyOf } from '../../../renderer/features/transfer/vocabulary.ts'
import { languages, loadI18n } from '../../../renderer/i18n/index.ts'
import { type NounName, nouns, plainCatalog } from '../../../shared/domain/index.ts'
import { allColumns } from '../../../shared/export/index.ts'
import { proposeMapping } from '../../../shared/import/index.ts'

const all = await Promise.all(languages.map(loadI18n))
const vocabulary = vocabularyOf(all, plainCatalog)
const many = (count: number, entry: object) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`e${at}`, entry]))
/** A customer with as many entries as nobody has. */
const record = {
  id: 'a',
  emails: many(12, { value: 'a' }),
  phones: many(3, { value: '1' }),
  addresses: many(2, { kind: 'other' }),
}
const nounNames: NounName[] = ['customers', 'deals', 'interactions', 'tasks']

describe.each(all)('the headers of an export', (words) => {
  it.each(nounNames)(`of %s in ${words.language} are read back as the columns they are`, (noun) => {
    const paths = allColumns(noun, [record], plainCatalog).map(({ path }) => path)
    const headers = paths.map((path) => pathLabel(noun, path, words, plainCatalog))
    expect(new Set(headers).size).toBe(headers.length)
    const table = {
      headers,
      rows: [],
      numbers: [],
      head: [],
      headerRow: 0,
      encoding: 'utf-8',
      delimiter: ',' as const,
      totals: 0,
    }
    const mapping = proposeMapping(table, { vocabulary, catalog: plainCatalog, dateOrder: 'dmy' })
    expect(mapping).toMatchObject({ noun, source: 'fairbook' })
    expect(mapping.columns.map(({ path }) => path)).toEqual(paths.map((path) => (path.startsWith('@') ? '' : path)))
  })

  it(`of a list in ${words.language} have words`, () => {
    const fields = Object.keys(nouns.customers.fields).map((path) => pathLabel('customers', path, words, plainCatalog))
    expect(fields.filter((label) => label === '' || /^[a-z]+[A-Z]/.test(label))).toEqual([])
  })
})

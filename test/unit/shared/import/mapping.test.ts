import { expect, it } from 'vitest'

import { plainCatalog } from '../../../../shared/domain/index.ts'
import { knowsHeader, proposeMapping, readTable } from '../../../../shared/import/index.ts'
import { decode, vocabulary } from './helpers.ts'

it('shows the beginning of a cell that is huge, so that drawing the preview stays fast', () => {
  const bytes = new TextEncoder().encode(`name,email\n${'x'.repeat(100_000)},a@example.org\n`)
  const table = readTable(bytes, decode, knowsHeader(vocabulary), {})
  const [name, email] = proposeMapping(table, { vocabulary, catalog: plainCatalog, dateOrder: 'dmy' }).columns
  expect(name?.samples).toEqual(['x'.repeat(200)])
  expect(email?.samples).toEqual(['a@example.org'])
})

import { describe, expect, it } from 'vitest'

import { countTotals } from '../../../../shared/import/totals.ts'

const totals = (...lines: string[]): number => {
  const rows = lines.map((line) => line.split(';'))
  return countTotals(rows, Math.max(...rows.map((row) => row.length)))
}

describe('countTotals', () => {
  it.each([
    ['a sum in a narrow table of one row', ['Anna;5', 'Total;5']],
    ['a sum under two columns', ['Anna;2;1,50', 'Jonas;3;2,50', 'Iš viso;5;4,00']],
    ['how many there are', ['Anna;anna@oak.example', 'Total;1']],
    ['a word that stands further in', ['1;Anna;1.200 €', ';Итого;1.200 €']],
    ['few cells, whatever they say', ['Anna;Oak;12;a@oak.example', 'Total: 1 customer;;;']],
    ['Persian digits', ['آنا;۵', 'جمع کل;۵']],
  ])('is 1 for %s', (_, lines) => {
    expect(totals(...lines)).toBe(1)
  })

  it('counts sums of parts, of all, and blank lines between', () => {
    expect(totals('Anna;5', 'Jonas;7', 'Subtotal;12', ';', 'Grand total;12')).toBe(3)
  })

  it.each([
    ['a firm of that name', ['Oak;+37061200001', 'Total;+37061200002']],
    ['a firm of that name with an address', ['Oak;5;oak@mail.example', 'Total Energies;5;info@total.example']],
    ['a sum in the middle', ['Anna;5', 'Total;5', 'Jonas;7']],
  ])('is 0 for %s', (_, lines) => {
    expect(totals(...lines)).toBe(0)
  })
})

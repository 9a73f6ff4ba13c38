import { describe, expect, it } from 'vitest'

import { lookFor } from '../../../../../renderer/features/customers/dialogs/similar-customers.tsx'
import { fittingColumns } from '../../../../../renderer/features/customers/list/list-columns.tsx'
import { splitName } from '../../../../../renderer/fields/create-customer.ts'

describe('fittingColumns', () => {
  const columns = [{ width: 200 }, { width: 100 }, { width: 300 }, { width: 50 }]

  it('keeps the first and passes over what does not fit', () => {
    expect(fittingColumns(columns, 360)).toEqual([{ width: 200 }, { width: 100 }, { width: 50 }])
    expect(fittingColumns(columns, 10)).toEqual([{ width: 200 }])
  })
})

describe('lookFor', () => {
  it('looks for the whole name and for each address and number that is long enough', () => {
    const values = {
      kind: 'person',
      givenName: 'Rūta',
      familyName: 'Kazlauskienė',
      companyName: 'not hers alone',
      emails: { a: { value: 'ruta@x.example' }, b: { value: '' } },
      phones: { a: { value: '+37' } },
    }
    expect(lookFor(values)).toEqual(['Rūta Kazlauskienė', 'ruta@x.example'])
  })
})

describe('splitName', () => {
  it('takes the last word for the family name', () => {
    expect(splitName(' Anna  Maria Rossi ')).toEqual({ givenName: 'Anna Maria', familyName: 'Rossi' })
    expect(splitName('Madonna')).toEqual({ givenName: 'Madonna' })
    expect(splitName(' ')).toEqual({})
  })
})

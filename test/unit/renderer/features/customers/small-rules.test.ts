import { describe, expect, it } from 'vitest'

import { fittingColumns } from '../../../../../renderer/features/customers/list/list-columns.tsx'
import { splitName } from '../../../../../renderer/fields/create-customer.ts'

describe('fittingColumns', () => {
  const columns = [{ width: 200 }, { width: 100 }, { width: 300 }, { width: 50 }]

  it('keeps the first and passes over what does not fit', () => {
    expect(fittingColumns(columns, 360)).toEqual([{ width: 200 }, { width: 100 }, { width: 50 }])
    expect(fittingColumns(columns, 10)).toEqual([{ width: 200 }])
  })
})

describe('splitName', () => {
  it('takes the last word for the family name', () => {
    expect(splitName(' Anna  Maria Rossi ')).toEqual({ givenName: 'Anna Maria', familyName: 'Rossi' })
    expect(splitName('Madonna')).toEqual({ givenName: 'Madonna' })
    expect(splitName(' ')).toEqual({})
  })
})

import { expect, it } from 'vitest'

import { withPhoneNumbers } from '../../../../renderer/fields/phone-number.ts'

it('puts the international form beside a number that can be read, by the country of the book', async () => {
  const paths = {
    'phones/a': { value: '8 612 34567', label: 'mobile' },
    'phones/b': { value: '+98 21 8888 1234' },
    'phones/c': { value: 'ask at the desk', e164: '+37061234567' },
    'phones/d': undefined,
    role: 'Buyer',
  }
  expect(await withPhoneNumbers(paths, 'LT')).toEqual({
    'phones/a': { value: '8 612 34567', label: 'mobile', e164: '+37061234567' },
    'phones/b': { value: '+98 21 8888 1234', e164: '+982188881234' },
    'phones/c': { value: 'ask at the desk' },
    'phones/d': undefined,
    role: 'Buyer',
  })
})

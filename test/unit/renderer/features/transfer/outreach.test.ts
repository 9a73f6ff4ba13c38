import { expect, it } from 'vitest'

import { asReached } from '../../../../../renderer/features/transfer/outreach.ts'
import type { Customer } from '../../../../../shared/domain/index.ts'

it('a list for outreach has no address that is not to be written to', () => {
  const customer: Customer = {
    id: 'c',
    createdAt: '2026-01-01T00:00:00.000Z',
    kind: 'person',
    status: 'lead',
    emails: {
      a: { value: 'no@more.lt', primary: true, trouble: 'unsubscribed' },
      b: { value: 'bad@box.lt', trouble: 'bounced' },
      c: { value: 'yes@please.lt' },
    },
  }
  expect(asReached(customer, { channel: 'email' }).emails).toEqual({ c: { value: 'yes@please.lt' } })
  expect(asReached(customer, { channel: 'post' })).toBe(customer)
})

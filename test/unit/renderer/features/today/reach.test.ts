import { expect, it } from 'vitest'

import { reachOf } from '../../../../../renderer/features/today/reach.ts'

const phones = { p1: { value: '8 612 34567', e164: '+37061234567' } }
const emails = { e1: { value: 'ruta@example.lt' } }

it('calls, unless the customer prefers to be written to or has no phone', () => {
  expect(reachOf({ phones, emails })).toEqual({ by: 'call', url: 'tel:+37061234567', channel: 'channel:call' })
  expect(reachOf({ phones, emails, preferredChannel: 'channel:email' })?.url).toBe('mailto:ruta@example.lt')
  expect(reachOf({ emails })?.by).toBe('write')
  expect(reachOf({ phones, preferredChannel: 'channel:email' })?.by).toBe('call')
  expect(reachOf({})).toBeUndefined()
})

import { expect, it } from 'vitest'

import { givenEntries } from '../../../../renderer/fields/consent/consent-writes.ts'

it('a statement is of now at the latest, so that a slip in its year outlasts no withdrawal', () => {
  const details = { basis: 'consent', how: '', evidence: '' } as const
  const at = (typed: string) =>
    Object.values(givenEntries({ ...details, at: typed }, 'purpose:offers', ['email'])).map((entry) => entry.at)
  expect(at('2025-05-01T10:00:00.000Z')).toEqual(['2025-05-01T10:00:00.000Z'])
  const [held = ''] = at('2206-05-01T10:00:00.000Z')
  expect(held <= new Date().toISOString()).toBe(true)
})

import { describe, expect, it } from 'vitest'

import { createReadModelService } from '../../../../../renderer/read-model/service.ts'
import { createClock } from '../../../../../shared/change/index.ts'
import type { Customer } from '../../../../../shared/domain/index.ts'
import { cleanupFilter, type HealthCheck, healthFilter } from '../../../../../shared/upkeep/index.ts'
import { createMemorySource } from '../../read-model/memory-source.ts'

const NOW = new Date('2026-11-22T12:00:00.000Z')
const monthsAgo = (months: number): string => new Date(NOW.getTime() - months * 30.44 * 86_400_000).toISOString()
const stampAt = (iso: string): string => createClock('dev', () => Date.parse(iso)).next()

const bookOf = (
  customers: readonly (Partial<Customer> & { id: string; changed?: string })[],
  others: object[] = [],
) => {
  const source = createMemorySource()
  for (const { changed, ...values } of customers) {
    const createdAt = values.createdAt ?? monthsAgo(40)
    source.put('customers', {
      kind: 'person',
      status: 'customer',
      familyName: values.id,
      ...values,
      createdAt,
      stamp: stampAt(changed ?? createdAt),
    })
  }
  for (const [at, other] of others.entries())
    source.put('table' in other ? String(other.table) : '', { id: `o${at}`, stamp: stampAt(monthsAgo(1)), ...other })
  const model = createReadModelService(source, { locale: 'en', now: () => NOW })
  return async (filter: ReturnType<typeof healthFilter>) =>
    (await model.select({ noun: 'customers', filter, sort: { column: 'name' }, offset: 0, limit: 99 })).ids
}

describe('the checks', () => {
  it.each<[HealthCheck, string[]]>([
    ['invalid', ['badMail', 'badPhone']],
    ['bounced', ['bounced']],
    ['unsubscribed', ['left']],
    ['noSource', ['badMail', 'badPhone', 'bounced', 'left', 'met', 'silent']],
    ['noOwner', ['badMail', 'badPhone', 'bounced', 'left', 'met', 'silent', 'sourced']],
    ['noContact', ['badMail', 'badPhone', 'bounced', 'left', 'silent', 'sourced']],
  ])('%s', async (check, expected) => {
    const ask = bookOf(
      [
        { id: 'badMail', emails: { e: { value: 'anna(at)firm' } } },
        { id: 'badPhone', phones: { p: { value: 'ask Rasa' } } },
        { id: 'bounced', emails: { e: { value: 'a@firm.example', trouble: 'bounced' } } },
        { id: 'left', emails: { e: { value: 'b@firm.example', trouble: 'unsubscribed' } } },
        { id: 'sourced', source: 'source:fair' },
        { id: 'silent' },
        { id: 'met' },
        { id: 'away', archivedAt: monthsAgo(2) },
        { id: 'owned', owner: 'o1', source: 'source:fair', createdAt: monthsAgo(1) },
      ],
      [{ table: 'interactions', customerId: 'met', at: monthsAgo(1), channel: 'channel:call' }],
    )
    expect(await ask(healthFilter(check, 6))).toEqual(expected)
  })

  it('find values that a field of one’s own does not allow', async () => {
    const field = (id: string, more: object) => ({
      table: 'customFields',
      id,
      scope: 'people',
      order: 'a0',
      createdAt: monthsAgo(1),
      ...more,
    })
    const ask = bookOf(
      [
        { id: 'beyond', ...{ custom_size: 12 } },
        { id: 'fine', ...{ custom_size: 10, custom_code: 'AB', custom_old: 'long ago' } },
        { id: 'formless', ...{ custom_code: 'ab' } },
        { id: 'mistyped', ...{ custom_size: 'ten' } },
        { id: 'otherKind', kind: 'company', companyName: 'UAB', ...{ custom_size: 12 } },
      ],
      [
        field('custom_size', { type: 'number', max: 10 }),
        field('custom_code', { type: 'text', pattern: '[A-Z]+' }),
        field('custom_old', { type: 'text', max: 3, retired: true }),
      ],
    )
    expect(await ask(healthFilter('invalid', 6))).toEqual(['beyond', 'formless', 'mistyped'])
  })
})

describe('the clean-up', () => {
  it('suggests whom nobody touched, who has nothing open, and whom nobody wanted to keep this year', async () => {
    const ask = bookOf(
      [
        { id: 'dusty' },
        { id: 'changed', changed: monthsAgo(3) },
        { id: 'met' },
        { id: 'dealing' },
        { id: 'keptNow', dismissed: { 'cleanup:2026': true } },
        { id: 'keptLast', dismissed: { 'cleanup:2025': true } },
        { id: 'young', createdAt: monthsAgo(3) },
      ],
      [
        { table: 'interactions', customerId: 'met', at: monthsAgo(3), channel: 'channel:call' },
        {
          table: 'deals',
          customerId: 'dealing',
          status: 'open',
          title: 'x',
          pipelineId: 'p',
          stageId: 's',
          currency: 'EUR',
        },
      ],
    )
    expect(await ask(cleanupFilter(24, '2026'))).toEqual(['dusty', 'keptLast'])
  })
})

import { describe, expect, it } from 'vitest'

import {
  emptyLog,
  isLoggable,
  type LogEntry,
  putBack,
  splitText,
  writeLog,
} from '../../../../../renderer/features/customers/log/log-model.ts'
import type { Customer } from '../../../../../shared/domain/index.ts'

const NOW = '2026-11-22T10:00:00.000Z'
const company: Customer = { id: 'co', kind: 'company', status: 'lead', companyName: 'Oak', createdAt: NOW }
const person: Customer = { id: 'pe', kind: 'person', status: 'lead', companyId: 'co', createdAt: NOW }

const written = (customer: Customer, entry: Partial<LogEntry>) => {
  const records: Record<string, unknown>[] = []
  const draft = {
    create: (table: string, record: object) => {
      records.push({ table, ...record })
      return record
    },
  }
  writeLog(draft as unknown as Parameters<typeof writeLog>[0], customer, { ...emptyLog('channel:call'), ...entry }, NOW)
  return records
}

describe('splitText', () => {
  it('makes a short first line the subject', () => {
    expect(splitText(' Price list \nSent by post.\nTwice. ')).toEqual({
      subject: 'Price list',
      text: 'Sent by post.\nTwice.',
    })
    expect(splitText('Only one line')).toEqual({ text: 'Only one line' })
    expect(splitText(`${'long '.repeat(40)}\nmore`)).toEqual({ text: `${'long '.repeat(40)}\nmore` })
    expect(splitText('  ')).toEqual({})
  })
})

describe('isLoggable', () => {
  it('wants words for a note, and words, outcome or next step for a call', () => {
    const call = emptyLog('channel:call')
    expect(isLoggable(call)).toBe(false)
    expect(isLoggable({ ...call, outcome: 'outcome:noAnswer' })).toBe(true)
    expect(isLoggable({ ...emptyLog('channel:note'), outcome: 'outcome:noAnswer' })).toBe(false)
    expect(isLoggable({ ...emptyLog('channel:note'), text: 'x' })).toBe(true)
  })
})

describe('putBack', () => {
  const failed: LogEntry = {
    ...emptyLog('channel:call'),
    text: 'Wants oak',
    outcome: 'outcome:reached',
    nextStep: 'Offer',
  }

  it('gives back all that could not be written', () => {
    expect(putBack(failed, emptyLog('channel:call'))).toEqual(failed)
  })

  it('keeps what was typed since', () => {
    expect(putBack(failed, { ...emptyLog('channel:call'), text: 'And beech', nextStep: 'Sample' })).toEqual({
      ...failed,
      text: 'Wants oak\nAnd beech',
      nextStep: 'Sample',
    })
  })
})

describe('writeLog', () => {
  it('logs with a person and the company of that person', () => {
    expect(written(person, { text: 'Agreed' })).toEqual([
      { table: 'interactions', channel: 'channel:call', at: NOW, customerId: 'pe', companyId: 'co', text: 'Agreed' },
    ])
  })

  it('logs with a company itself, or with one of its people', () => {
    expect(written(company, { text: 'x' })[0]).not.toHaveProperty('companyId')
    expect(written(company, { text: 'x', withId: 'pe' })[0]).toMatchObject({ customerId: 'pe', companyId: 'co' })
  })

  it('makes the next step a task about the same customer and deal', () => {
    const [interaction, task] = written(person, {
      text: 'x',
      nextStep: ' Send samples ',
      nextDay: '2026-11-27',
      dealId: 'd',
    })
    expect(interaction).toMatchObject({ nextStep: 'Send samples', dealId: 'd' })
    expect(task).toEqual({ table: 'tasks', title: 'Send samples', customerId: 'pe', due: '2026-11-27', dealId: 'd' })
  })

  it('gives a note no direction', () => {
    expect(written(person, { channel: 'channel:note', direction: 'outgoing', text: 'x' })[0]).not.toHaveProperty(
      'direction',
    )
  })
})

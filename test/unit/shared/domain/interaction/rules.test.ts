import { describe, expect, it } from 'vitest'

import { interactionLine, loggedInteraction, nextStepTask } from '../../../../../shared/domain/interaction/rules.ts'

const at = '2026-11-22T10:00:00.000Z'
const call = { channel: 'channel:call', at, direction: 'outgoing', duration: 12, outcome: 'outcome:reached' } as const

describe('an interaction that is logged', () => {
  it('keeps the company that the person works for at the time', () => {
    const person = { kind: 'person', companyId: 'c1' } as const
    expect(loggedInteraction({ ...call, customerId: 'p1' }, person)).toEqual({
      ...call,
      customerId: 'p1',
      companyId: 'c1',
    })
  })

  it('forgets the company of whom it was about before', () => {
    expect(loggedInteraction({ ...call, companyId: 'c1' }, { kind: 'person' })).toEqual(call)
    expect(loggedInteraction({ ...call, companyId: 'c1' }, undefined)).toEqual(call)
  })

  it('has no company of its own when it is with a company', () => {
    const company = { kind: 'company', companyId: 'parent' } as const
    expect(loggedInteraction({ ...call, customerId: 'c1' }, company)).not.toHaveProperty('companyId')
  })

  it('says nothing of direction, length and outcome for a note', () => {
    expect(loggedInteraction({ ...call, channel: 'channel:note', text: 'Moved' }, undefined)).toEqual({
      channel: 'channel:note',
      at,
      text: 'Moved',
    })
  })
})

describe('the task of a next step', () => {
  it('is about the same customer and deal', () => {
    expect(nextStepTask({ nextStep: ' Send samples ', customerId: 'p1', dealId: 'd1' }, '2026-11-23')).toEqual({
      title: 'Send samples',
      due: '2026-11-23',
      customerId: 'p1',
      dealId: 'd1',
    })
  })

  it('needs words and a day', () => {
    expect(nextStepTask({ nextStep: '  ' }, '2026-11-23')).toBeUndefined()
    expect(nextStepTask({ nextStep: 'Send samples' }, undefined)).toBeUndefined()
  })
})

it('stands in one line by its subject, else by the first line of its text', () => {
  expect(interactionLine({ subject: ' Samples ', text: 'Two boards' })).toBe('Samples')
  expect(interactionLine({ subject: ' ', text: '\nTwo boards\nof oak' })).toBe('Two boards')
  expect(interactionLine({})).toBe('')
})

import { describe, expect, it } from 'vitest'

import { steps } from '../../../../../renderer/features/transfer/import/steps.ts'
import { canReach, emptyWizard, type Wizard } from '../../../../../renderer/features/transfer/import/wizard-store.ts'
import type { Analysis } from '../../../../../renderer/workers/import-protocol.ts'

const column = { path: 'email' }
const withFile = (analysis: object, part: Partial<Wizard> = {}): Wizard => ({
  ...emptyWizard,
  current: 'a',
  step: 'preview',
  files: [
    {
      key: 'a',
      name: 'a.csv',
      state: 'open',
      analysis: { columns: [column], questions: [], ...analysis } as unknown as Analysis,
    },
  ],
  ...part,
})
const reachable = (state: Wizard) => steps.filter((step) => canReach(state, step))

describe('the steps of an import', () => {
  it('begin with a file', () => expect(reachable(emptyWizard)).toEqual(['file']))

  it('are open up to the check once a file is understood, forward and back', () =>
    expect(reachable(withFile({}))).toEqual(['file', 'preview', 'columns', 'rules', 'check']))

  it('end at the columns while a question is open', () => {
    const questions = [{ kind: 'dateOrder', column: 0, samples: [] }]
    expect(reachable(withFile({ questions }))).toEqual(['file', 'preview', 'columns'])
  })

  it('end at the columns while nothing would come in', () =>
    expect(reachable(withFile({ columns: [{ path: '' }] }))).toEqual(['file', 'preview', 'columns']))

  it('are closed while something is under way, and when it is done', () => {
    expect(reachable(withFile({}, { busy: 'checking' }))).toEqual([])
    expect(reachable(withFile({}, { step: 'import' }))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'

import { problemText } from '../../../../../renderer/features/transfer/import/rows/problem-text.ts'
import { loadI18n } from '../../../../../renderer/i18n/index.ts'
import { plainCatalog } from '../../../../../shared/domain/index.ts'

const said = async (problem: Parameters<typeof problemText>[1]): Promise<string> =>
  problemText('customers', problem, await loadI18n('fa'), plainCatalog)

describe('what is wrong with a row, in Persian', () => {
  it('keeps a value and a hint in their own direction', async () => {
    expect(await said({ code: 'badEmail', value: '+370 <anna' })).toContain('«\u2068+370 <anna\u2069»')
    expect(await said({ code: 'emailSlip', value: 'a@gmial.com', hint: 'a@gmail.com' })).toContain(
      'منظور \u2068a@gmail.com\u2069 بود؟',
    )
  })

  it('says nothing where there is no value', async () => {
    expect(await said({ code: 'emailSlip' })).not.toMatch(/[\u2068\u2069]/)
  })
})

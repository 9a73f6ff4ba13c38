import { expect, test } from 'vitest'

import { placeInFile } from '../../../../../renderer/features/sync/on/aside-name.ts'
import { createI18n } from '../../../../../renderer/i18n/index.ts'
import { messages as en } from '../../../../../renderer/i18n/messages/en/index.ts'
import { messages as fa } from '../../../../../renderer/i18n/messages/fa/index.ts'

const english = createI18n('en', en)

test.each([
  ['end', 'The end of the file'],
  ['part 0', 'Part 1 of the file'],
  ['parts 2–4', 'Parts 3 to 5 of the file'],
  ['part 1:12', 'Line 12 in part 2 of the file'],
  ['customers/0190', undefined],
])('%s of a sync file is %s', (key, said) => {
  expect(placeInFile(english, { target: 'file', key })).toBe(said)
})

test('of another place a key stays as it is, and digits follow the language', () => {
  expect(placeInFile(english, { target: 'sync:folder', key: 'end' })).toBeUndefined()
  expect(placeInFile(createI18n('fa', fa), { target: 'file', key: 'part 9' })).toContain('۱۰')
})

import { expect, it } from 'vitest'

import { draftOf } from '../../../../../../renderer/features/settings/fields/definition-draft.ts'
import { changeField } from '../../../../../../renderer/features/settings/fields/field-writes.ts'
import type { CustomField } from '../../../../../../shared/domain/index.ts'
import { newBook } from '../../../data/support.ts'

it('changes what was changed in the dialog, and leaves what another window changed meanwhile', async () => {
  const book = await newBook()
  const id = 'custom_f'
  const options = { a: { name: 'A', order: 'a0' }, b: { name: 'B', order: 'a1' } }
  await book.write({ key: 'fieldsChanged' }, (draft) => {
    draft.create('customFields', {
      id,
      scope: 'people',
      type: 'choice',
      order: 'a0',
      names: { en: 'Old' },
      fixed: true,
      options,
    })
  })
  const before = (await book.db.customFields.get(id)) as CustomField
  await book.write({ key: 'fieldsChanged' }, (draft) =>
    draft.update('customFields', id, { help: { en: 'Theirs' }, required: 'always', fixed: null }),
  )
  await changeField(book, before, { ...draftOf(before), names: { lt: 'Mano' } })
  const after = await book.db.customFields.get(id)
  expect(after).toMatchObject({ names: { lt: 'Mano' }, help: { en: 'Theirs' }, required: 'always', options })
  expect(after?.names).not.toHaveProperty('en')
  expect(after).not.toHaveProperty('fixed')
})

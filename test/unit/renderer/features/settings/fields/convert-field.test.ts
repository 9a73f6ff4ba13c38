import { expect, it } from 'vitest'

import { convertField } from '../../../../../../renderer/features/settings/fields/change-type/convert-field.ts'
import { readSavedLists } from '../../../../../../renderer/features/settings/fields/change-type/field-uses.ts'
import { readHeld } from '../../../../../../renderer/features/settings/fields/change-type/held-values.ts'
import { tryConversion } from '../../../../../../renderer/features/settings/fields/change-type/trial.ts'
import type { CustomField } from '../../../../../../shared/domain/index.ts'
import { newBook } from '../../../data/support.ts'

it('saved views and segments ask for the new field, and the dry run tells what they lose', async () => {
  const book = await newBook()
  const key = 'custom_roof'
  await book.write({ key: 'fieldsChanged' }, (draft) => {
    draft.create('customFields', { id: key, scope: 'people', type: 'text', order: 'a0', names: { en: 'Roof' } })
  })
  let ann = ''
  await book.write({ key: 'customerCreated', params: { name: 'Ann' } }, (draft) => {
    ann = draft.create('customers', { kind: 'person', status: 'lead', familyName: 'Ann', ...{ [key]: 'Flat' } }).id
    draft.create('views', {
      id: 'view',
      noun: 'customers',
      name: 'Roofs',
      order: 'a0',
      sortBy: key,
      columns: ['name', key],
      filter: [{ op: 'any', of: [{ column: key, op: 'contains', text: 'fla' }] }],
    })
    draft.create('segments', {
      id: 'segment',
      noun: 'customers',
      name: 'Steep',
      kind: 'live',
      order: 'a0',
      filter: [
        { column: key, op: 'contains', text: 'steep' },
        { column: key, op: 'is', values: ['Flat'] },
      ],
    })
  })
  const before = (await book.db.customFields.get(key)) as CustomField
  const context = {
    from: 'text',
    to: 'choice',
    newId: () => 'flat',
    words: { yes: 'Yes', no: 'No' },
    phoneNumber: () => undefined,
    nameOf: () => undefined,
    idOf: () => undefined,
  } as const
  const trial = tryConversion(await readHeld(book, before, 'EUR'), context, {
    key,
    lists: await readSavedLists(book),
    currency: 'EUR',
  })
  expect(trial.uses.map(({ name, lost }) => [name, lost])).toEqual([
    ['Steep', 1],
    ['Roofs', 0],
  ])
  await convertField(book, before, trial, { onProgress: () => undefined, signal: new AbortController().signal })

  const made = await book.db.customFields.filter(({ type, options }) => type === 'choice' && !!options).first()
  const id = made?.id ?? ''
  expect(await book.db.customers.get(ann)).toMatchObject({ [id]: 'flat', [key]: 'Flat' })
  const asked = { column: id, op: 'is', values: ['flat'] }
  expect(await book.db.views.get('view')).toMatchObject({
    sortBy: id,
    columns: ['name', id],
    filter: [{ op: 'any', of: [asked] }],
  })
  expect(await book.db.segments.get('segment')).toMatchObject({ filter: [asked] })
})

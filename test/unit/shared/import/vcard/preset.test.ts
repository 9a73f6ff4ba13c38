import { expect, it } from 'vitest'

import { fold } from '../../../../../shared/import/fold.ts'
import { presetPath, recognise } from '../../../../../shared/import/presets/index.ts'
import { singleColumns } from '../../../../../shared/import/vcard/columns.ts'
import { cardText, tableIn } from './read-text.ts'

it('a table of cards is recognised, and every column of it known', () => {
  const { headers } = tableIn(
    cardText('FN:Ona', 'TEL:1', 'TEL:2', 'EMAIL:a@example.org', 'ADR:;;a;b;c;d;e', 'URL:a.example', 'UID:7'),
  ).table
  const keys = headers.map(fold)
  const preset = recognise(keys)
  expect(preset?.id).toBe('vcard')
  const unknown = [...keys, ...singleColumns.map(([header]) => fold(header))].filter(
    (key) => preset && presetPath(preset, key) === undefined,
  )
  expect(unknown).toEqual([])
  const paths = Object.fromEntries(headers.map((header) => [header, preset && presetPath(preset, fold(header))]))
  expect(paths).toMatchObject({
    'vCard UID': 'sourceId',
    Name: 'fullName',
    'Phone 2 - Label': 'phone.2.label',
    'Phone 2 - Value': 'phone.2',
    'Address 1 - Postal Code': 'address.1.postcode',
  })
})

it('a table from Google is none of cards', () => {
  expect(recognise(['First Name', 'Last Name', 'E-mail 1 - Value', 'Photo'].map(fold))?.id).toBe('google')
})

import { describe, expect, it } from 'vitest'

import { changedPaths, cleanValue, formFields, formSchema, issueKey } from '../../../../renderer/fields/form-model.ts'

const keys = formFields('customers').map(([key]) => key)
const problems = (values: Record<string, unknown>): Record<string, string> => {
  const result = formSchema('customers', keys).safeParse(values, { error: issueKey })
  return Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

describe('cleanValue', () => {
  it('drops blanks around and says nothing for nothing', () => {
    expect(cleanValue('  Rūta ')).toBe('Rūta')
    expect(cleanValue('   ')).toBeUndefined()
    expect(cleanValue(null)).toBeUndefined()
  })

  it('drops entries that were left empty, whatever their label', () => {
    const phones = { a: { value: ' +370 612 34567 ', label: 'work' }, b: { value: ' ', label: 'home', primary: true } }
    expect(cleanValue(phones)).toEqual({ a: { value: '+370 612 34567', label: 'work' } })
    expect(cleanValue({ b: { value: '' } })).toBeUndefined()
    expect(cleanValue({ a: { kind: 'billing' } })).toBeUndefined()
  })

  it('keeps tags and zero', () => {
    expect(cleanValue({ fair: true })).toEqual({ fair: true })
    expect(cleanValue(0)).toBe(0)
  })
})

describe('formSchema', () => {
  it('takes a person with a name and a status, all else absent or empty', () => {
    expect(problems({ kind: 'person', status: 'lead', givenName: 'Rūta', familyName: '', website: null })).toEqual({})
  })

  it('wants a name where the kind has it', () => {
    expect(problems({ kind: 'person', status: 'lead', givenName: ' ' })).toEqual({ givenName: 'customer.error.noName' })
    expect(problems({ kind: 'company', status: 'lead' })).toEqual({ companyName: 'customer.error.noName' })
  })

  it('names what is missing, too long or unreadable by the key of its text', () => {
    const found = problems({ kind: 'person', givenName: 'x'.repeat(501), birthday: '31.12.1990' })
    expect(found).toMatchObject({
      status: 'customers.form.required',
      givenName: 'customers.form.tooLong',
      birthday: 'customers.form.invalid',
    })
  })
})

describe('changedPaths', () => {
  const before = {
    givenName: 'Anton',
    role: 'Buyer',
    phones: { a: { value: '1' }, b: { value: '2' } },
    tags: { fair: true },
    status: 'lead',
  }

  it('names only what changed, entry by entry, undefined for what was cleared', () => {
    const after = {
      ...before,
      givenName: ' Anton ',
      role: '',
      phones: { a: { value: '1' }, b: { value: '3' }, c: { value: '' } },
      tags: { oak: true },
    }
    expect(changedPaths(before, after, ['givenName', 'role', 'phones', 'tags', 'status'])).toEqual({
      role: undefined,
      'phones/b': { value: '3' },
      'tags/fair': undefined,
      'tags/oak': true,
    })
    expect(Object.keys(changedPaths(before, after, ['givenName', 'role']))).toEqual(['role'])
  })

  it('leaves fields alone that the form does not have', () => {
    expect(changedPaths(before, {}, ['givenName'])).toEqual({ givenName: undefined })
  })
})

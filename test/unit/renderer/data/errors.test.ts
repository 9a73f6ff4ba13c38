import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'

import { isDamaged, toAppError } from '../../../../renderer/data/index.ts'

const wrapped = (name: string) => new Dexie.OpenFailedError(Object.assign(new Error('x'), { name }))

describe('errors of IndexedDB', () => {
  it('take only what the browser can not read for damage', () => {
    expect(isDamaged(wrapped('UnknownError'))).toBe(true)
    for (const name of ['QuotaExceededError', 'AbortError', 'VersionError', 'TimeoutError'])
      expect(isDamaged(wrapped(name)), name).toBe(false)
    expect(isDamaged(undefined)).toBe(false)
  })

  it('get a code that tells what to do', () => {
    expect(toAppError(wrapped('QuotaExceededError')).code).toBe('quotaExceeded')
    expect(toAppError(wrapped('VersionError')).code).toBe('newerFormat')
    expect(toAppError(wrapped('AbortError')).code).toBe('cancelled')
    expect(toAppError(wrapped('UnknownError')).code).toBe('databaseBroken')
    expect(toAppError(new TypeError('a fault')).code).toBe('internal')
    expect(toAppError('odd').code).toBe('databaseBroken')
  })
})

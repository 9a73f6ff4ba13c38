import { describe, expect, it } from 'vitest'

import { initials } from '../../../../../shared/domain/index.ts'

describe('the letters in place of a picture', () => {
  it('are of the first two words that begin with a letter', () => {
    expect(initials('rūta kazlauskienė petraitė')).toBe('RK')
    expect(initials('UAB „Ąžuolas“')).toBe('U')
    expect(initials('')).toBe('')
  })
  it('are one letter in a script whose letters join', () => {
    expect(initials('شیرین صادقی')).toBe('ش')
  })
})

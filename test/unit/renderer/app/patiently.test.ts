import { describe, expect, it } from 'vitest'

import { patiently } from '../../../../renderer/app/patiently.ts'

const failing = (name: string, times: number) => {
  const state = { calls: 0 }
  const action = async () => {
    state.calls += 1
    if (state.calls <= times) throw Object.assign(new Error('x'), { name })
    return 'open'
  }
  return { state, action }
}

describe('patiently', () => {
  it('tries again while another process holds the files', async () => {
    const { state, action } = failing('UnknownError', 2)
    await expect(patiently(action, [1, 1, 1])).resolves.toBe('open')
    expect(state.calls).toBe(3)
  })

  it('gives up in the end', async () => {
    const { state, action } = failing('UnknownError', 9)
    await expect(patiently(action, [1, 1])).rejects.toMatchObject({ name: 'UnknownError' })
    expect(state.calls).toBe(3)
  })

  it('does not repeat what no wait will mend', async () => {
    const { state, action } = failing('QuotaExceededError', 9)
    await expect(patiently(action, [1, 1])).rejects.toMatchObject({ name: 'QuotaExceededError' })
    expect(state.calls).toBe(1)
  })
})

import { expect, test, vi } from 'vitest'

import { withElectron } from './support.ts'

const secret = Uint8Array.from([0, 1, 2, 250, 255])

const setUp = async (platform: NodeJS.Platform = 'linux') => {
  const { safeStorage } = await withElectron()
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform)
  const { systemProtector } = await import('../../../../electron/main/secrets.ts')
  return { store: safeStorage.state, systemProtector }
}

test('what the key store of the system sealed is opened at the next start', async () => {
  const { systemProtector } = await setUp()
  const sealed = await (await systemProtector())?.protect(secret)
  const protector = await systemProtector()
  expect(protector?.name).toBe('system')
  expect(sealed && Uint8Array.from((await protector?.unprotect(sealed)) ?? [])).toEqual(secret)
})

test.each(['basic_text', 'unknown'])('the %s store of Linux protects nothing, so nothing is kept', async (backend) => {
  const { store, systemProtector } = await setUp()
  store.backend = backend
  expect(await systemProtector()).toBeUndefined()
})

test('a password that stands in the source of Chromium protects nothing, so nothing is kept', async () => {
  const { store, systemProtector } = await setUp()
  const protector = await systemProtector()
  store.prefix = 'v10'
  expect(await systemProtector()).toBeUndefined()
  await expect(protector?.protect(secret)).rejects.toThrow('no key')
})

test('elsewhere that mark means the key of the system', async () => {
  const { store, systemProtector } = await setUp('darwin')
  store.prefix = 'v10'
  expect(await systemProtector()).toBeDefined()
})

test('without a key store, or with one that fails, nothing is kept', async () => {
  const { store, systemProtector } = await setUp()
  store.available = false
  expect(await systemProtector()).toBeUndefined()
  store.available = true
  store.fails = true
  expect(await systemProtector()).toBeUndefined()
})

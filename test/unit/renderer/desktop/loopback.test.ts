import { afterEach, expect, test, vi } from 'vitest'

import { connectDesktop } from '../../../../renderer/desktop/index.ts'
import { MAX_MESSAGE } from '../../../../shared/desktop-api.ts'
import { pack, unpack } from '../../../../shared/wire.ts'

const text = {
  encode: (value: string) => new TextEncoder().encode(value),
  decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
}

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A loopback server that answers each call like this. */
const hostThat = (answer: (path: string, init: RequestInit) => Response | Promise<Response>) => {
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => answer(path, init))
  return connectDesktop()
}

const envelope = (value: object) => new Response(pack(value, text))

test('a call is posted to its own path and its value comes back', async () => {
  const desktop = hostThat((path, init) => {
    expect(path).toBe('/api/attachments.put')
    expect(init.method).toBe('POST')
    if (!(init.body instanceof Uint8Array)) throw new Error('no message')
    expect(unpack(init.body, text)).toEqual({ input: { bytes: new Uint8Array([1, 2]) } })
    return envelope({ ok: true, value: { sha256: 'b'.repeat(64), size: 2 } })
  })
  const answer = await desktop.call('attachments.put', { bytes: new Uint8Array([1, 2]) })
  expect(answer).toEqual({ sha256: 'b'.repeat(64), size: 2 })
})

test.each([
  ['nothing answers', () => Promise.reject(new TypeError('Failed to fetch')), 'hostGone'],
  ['something else answers', () => new Response('<html>a router</html>'), 'hostGone'],
  ['the answer is cut short', () => new Response(new Uint8Array([0, 0, 1])), 'hostGone'],
  ['the host fails', () => new Response('failed', { status: 500 }), 'hostGone'],
  ['the host was started again', () => new Response('not this window', { status: 403 }), 'notAllowed'],
  ['the envelope is none', () => envelope({ value: 1 }), 'internal'],
  ['the value breaks the contract', () => envelope({ ok: true, value: { backups: 3 } }), 'internal'],
  ['the host tells an error', () => envelope({ ok: false, error: { code: 'diskFull', params: {} } }), 'diskFull'],
])('when %s the call fails with its code', async (_what, answer, code) => {
  await expect(hostThat(answer).call('backups.list', {})).rejects.toMatchObject({ name: 'AppError', code })
})

test('what is larger than the host takes is not sent', async () => {
  const desktop = hostThat(() => {
    throw new Error('sent')
  })
  const bytes = new Uint8Array(MAX_MESSAGE)
  await expect(desktop.call('attachments.put', { bytes })).rejects.toMatchObject({ code: 'attachmentTooLarge' })
})

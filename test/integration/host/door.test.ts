import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'

import { MAX_MESSAGE } from '../../../shared/desktop-api.ts'
import { ask, callHost, envelopeOf, runHost } from './support.ts'

const info = 'host.info'

test('our own window is answered', async () => {
  const running = await runHost()
  const answer = await callHost(running, info, {})
  expect(answer.status).toBe(200)
  expect(envelopeOf(answer)).toMatchObject({ ok: true, value: { host: 'browser', version: '1.2.3' } })
})

test.each([
  ['a name that was pointed at this machine', { host: 'evil.example:80' }],
  ['the name localhost, which is another origin', { host: 'localhost' }],
  ['a page of another site', { origin: 'https://evil.example' }],
  ['a page of another port', { origin: 'http://127.0.0.1:1' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['no cookie', { cookie: '' }],
  ['a cookie of another name', { cookie: 'other=1' }],
  ['a page of the same site but another origin', { 'sec-fetch-site': 'same-site' }],
  ['a page of another site that hides its origin', { 'sec-fetch-site': 'cross-site' }],
])('a call is refused with %s', async (_what, change) => {
  let called = 0
  const running = await runHost({
    'backups.list': async () => {
      called += 1
      return { backups: [] }
    },
  })
  const answer = await callHost(running, 'backups.list', {}, change)
  expect(answer.status).toBe(403)
  expect(called).toBe(0)
  expect((await callHost(running, 'backups.list', {})).status).toBe(200)
  expect(called).toBe(1)
})

test('a wrong secret in the cookie is refused', async () => {
  const running = await runHost()
  for (const secret of ['0'.repeat(64), '', running.cookie.slice(-63)])
    expect((await callHost(running, info, {}, { cookie: `fairbook-${running.port}=${secret}` })).status).toBe(403)
})

test('a call without an origin is refused', async () => {
  const running = await runHost()
  const headers = { host: `127.0.0.1:${running.port}`, cookie: running.cookie }
  expect((await ask(running.port, { method: 'POST', path: `/api/${info}`, headers })).status).toBe(403)
})

test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('%s is no way to call', async (method) => {
  const running = await runHost()
  const headers = { host: `127.0.0.1:${running.port}`, origin: running.origin, cookie: running.cookie }
  const answer = await ask(running.port, { method, path: `/api/${info}`, headers })
  expect(answer.status).toBe(405)
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('a body that says it is too large is refused before it is read', async () => {
  const running = await runHost()
  const answer = await callHost(running, info, {}, { 'content-length': String(MAX_MESSAGE + 1) })
  expect(answer.status).toBe(413)
})

test('a body that turns out too large is cut off and never answered', async () => {
  let called = false
  const running = await runHost({
    'attachments.put': async () => {
      called = true
      return { sha256: '0'.repeat(64), size: 0 }
    },
  })
  const socket = connect(running.port, '127.0.0.1')
  let said = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
  })
  // The end of the connection may come as a reset, since there is more under way than will ever be read.
  socket.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  socket.write(
    `POST /api/attachments.put HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\nOrigin: ${running.origin}\r\n` +
      `Cookie: ${running.cookie}\r\nTransfer-Encoding: chunked\r\n\r\n`,
  )
  const size = 1024 * 1024
  const chunk = Buffer.concat([Buffer.from(`${size.toString(16)}\r\n`), Buffer.alloc(size), Buffer.from('\r\n')])
  for (let sent = 0; sent <= MAX_MESSAGE + size && !socket.destroyed; sent += size)
    await new Promise<void>((resolve) => socket.write(chunk, () => resolve()))
  await ended
  expect(said).not.toMatch(/^HTTP\/1\.1 200/)
  expect(called).toBe(false)
})

test('a message that is none of ours is refused, and an input that does not parse gets a typed error', async () => {
  const running = await runHost()
  const headers = { host: `127.0.0.1:${running.port}`, origin: running.origin, cookie: running.cookie }
  const path = '/api/journal.pull'
  const torn = await ask(running.port, { method: 'POST', path, headers, body: new Uint8Array([0, 0, 9, 9, 1]) })
  expect(torn.status).toBe(400)
  const wrong = envelopeOf(await callHost(running, 'journal.pull', { bookId: 'b', after: null, limit: -1 }))
  expect(wrong).toMatchObject({ ok: false, error: { code: 'invalidInput' } })
  const unknown = envelopeOf(await callHost(running, 'constructor', {}))
  expect(unknown).toMatchObject({ ok: false, error: { code: 'invalidInput' } })
})

test('the secret opens once as an address and then lives in a cookie that no script can read', async () => {
  const running = await runHost()
  const host = `127.0.0.1:${running.port}`
  const { search } = new URL(running.host.address)
  const entered = await ask(running.port, { path: `/${search}`, headers: { host } })
  expect(entered.status).toBe(303)
  expect(entered.headers.location).toBe('/')
  expect(entered.headers['set-cookie']?.[0]).toBe(`${running.cookie}; HttpOnly; SameSite=Strict; Path=/`)
  const wrong = await ask(running.port, { path: '/?k=0000', headers: { host } })
  expect(wrong.status).toBe(403)
  expect(wrong.headers['set-cookie']).toBeUndefined()
})

test('the window itself is not served to a stranger', async () => {
  const running = await runHost()
  const host = `127.0.0.1:${running.port}`
  expect((await ask(running.port, { headers: { host } })).status).toBe(403)
  expect((await ask(running.port, { headers: { host, cookie: running.cookie } })).status).toBe(200)
  expect((await ask(running.port, { headers: { host: 'evil.example', cookie: running.cookie } })).status).toBe(403)
})

test('nobody on the network reaches it', async () => {
  const running = await runHost()
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address && !address.internal && address.family === 'IPv4')
  // A machine without a network has nothing to try; another loopback address stands for it.
  const target = outside?.address ?? '127.0.0.2'
  const reached = await new Promise<boolean>((resolve) => {
    const socket = connect({ host: target, port: running.port, timeout: 2000 }, () => resolve(true))
    for (const event of ['error', 'timeout'] as const) socket.on(event, () => resolve(false))
  })
  expect(reached).toBe(false)
})

import { expect, test } from 'vitest'

import { ask, runHost } from './support.ts'

const get = async (path: string) => {
  const running = await runHost()
  return ask(running.port, { path, headers: { host: `127.0.0.1:${running.port}`, cookie: running.cookie } })
}

test('every answer carries the policy, and the policy has nothing unsafe in it', async () => {
  for (const path of ['/', '/nothing.js', '/api/host.info']) {
    const { headers } = await get(path)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['access-control-allow-origin']).toBeUndefined()
  }
})

test('hashed files are kept for ever, the window itself is asked for each time', async () => {
  const script = await get('/assets/main-abc123.js')
  expect(script.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect((await get('/')).headers['cache-control']).toBe('no-cache')
})

test('an address of the router gets the window, a file that is missing does not', async () => {
  expect((await get('/customers/0199-a?tab=deals')).body.toString()).toContain('<title>Fairbook</title>')
  expect((await get('/assets/gone.js')).status).toBe(404)
})

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '/assets/..\\..\\secret.txt',
  '/../window-beside/secret.txt',
  '//etc/passwd.txt',
  '/assets/link.txt',
  '/index.html%00.txt',
  '/%',
  '/C:/secret.txt',
])('%s leads nowhere', async (path) => {
  const answer = await get(path)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.body.toString()).not.toContain('a secret')
})

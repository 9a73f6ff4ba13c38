import { readFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { couchTarget } from '../../../../electron/services/replicas/couchdb/index.ts'

const fixture = (name: string) => readFile(join(import.meta.dirname, '../../../fixtures/tls', name))

test('a server whose certificate nobody vouches for is not spoken to', async () => {
  let asked = 0
  const [key, cert] = [await fixture('localhost-key.pem'), await fixture('localhost-cert.pem')]
  const server = createServer({ key, cert }, (_, response) => {
    asked += 1
    response.end('{"couchdb":"Welcome"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const place = { kind: 'couchdb', url: `https://localhost:${port}`, database: 'book', user: 'anna' } as const
  try {
    await expect(couchTarget({ place, password: 'secret' }).inspect()).rejects.toMatchObject({
      code: 'syncCertificate',
      params: { why: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    })
    expect(asked).toBe(0)
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import type { Fault } from './faults.ts'

export type Proxy = {
  url: string
  /** How often each fault came. */
  met: Map<Fault, number>
  /** From now on every request goes through as it is. */
  calm: () => void
  stop: () => Promise<void>
}

type Upstream = { status: number; headers: IncomingHttpHeaders; body: Buffer }

const forward = (to: URL, from: IncomingMessage, body: Buffer): Promise<Upstream> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = to
    const headers = { ...from.headers, host: to.host, connection: 'close' }
    const outgoing = request({ hostname, port, path: from.url, method: from.method, headers }, (answer) => {
      buffer(answer).then(
        (bytes) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bytes }),
        reject,
      )
    })
    outgoing.once('error', reject).end(body)
  })

/** Sends the beginning of a request and hangs up: the server must not take half of it for the whole. */
const forwardHalf = (to: URL, from: IncomingMessage, body: Buffer): Promise<void> =>
  new Promise((resolve) => {
    const { hostname, port } = to
    const headers = { ...from.headers, host: to.host, 'content-length': body.length }
    const outgoing = request({ hostname, port, path: from.url, method: from.method, headers })
    outgoing.once('error', () => resolve()).once('close', () => resolve())
    outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy())
  })

const answerWith = (response: ServerResponse, { status, headers, body }: Upstream): void => {
  const { 'transfer-encoding': _, connection: __, 'content-length': ___, ...kept } = headers
  response.writeHead(status, { ...kept, 'content-length': body.length }).end(body)
}

const sendHuge = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const part = Buffer.alloc(1024 * 1024, ' ')
  let left = 80
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1
      if (!response.write(part)) return void response.once('drain', more)
    }
    response.end('{}')
  }
  more()
}

const handle = async (to: URL, fault: Fault, incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await buffer(incoming)
  const hangUp = () => response.destroy()
  if (typeof fault === 'number') {
    const headers = { 'content-type': 'application/json', ...(fault === 429 && { 'retry-after': '1' }) }
    return void response.writeHead(fault, headers).end('{"error":"proxy","reason":"on purpose"}')
  }
  if (fault === 'dropBefore') return void hangUp()
  if (fault === 'garbage') return void response.writeHead(200).end('{"results":[{')
  if (fault === 'html') return void response.writeHead(200).end('<html><body>Please log in</body></html>')
  if (fault === 'huge') return sendHuge(response)
  if (fault === 'cutRequest') {
    await forwardHalf(to, incoming, body)
    return void hangUp()
  }
  if (fault === 'duplicate') await forward(to, incoming, body)
  if (fault === 'delay') await new Promise((resolve) => setTimeout(resolve, 15))
  const answer = await forward(to, incoming, body)
  if (fault === 'dropAfter') return void hangUp()
  if (fault !== 'cutAnswer') return answerWith(response, answer)
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length + 1 })
  response.write(answer.body.subarray(0, Math.ceil(answer.body.length / 2)), hangUp)
}

/** Stands before a server and does to each request what the schedule says. */
export const startProxy = async (upstream: string, next: () => Fault): Promise<Proxy> => {
  const to = new URL(upstream)
  const met = new Map<Fault, number>()
  let calmed = false
  const server = createServer((incoming, response) => {
    const fault = calmed ? 'none' : next()
    met.set(fault, (met.get(fault) ?? 0) + 1)
    handle(to, fault, incoming, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    met,
    calm: () => {
      calmed = true
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

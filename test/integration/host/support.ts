import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { createServer } from 'node:net'
import { onTestFinished } from 'vitest'

import { type Host, startHost } from '../../../electron/browser-host/host.ts'
import { type HostParts, hostHandlers } from '../../../electron/services/host-handlers.ts'
import { dispatch } from '../../../shared/desktop-dispatch.ts'
import { pack, unpack } from '../../../shared/wire.ts'
import { bookHandlers } from '../../support/book-handlers.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { windowFolder } from '../../support/window-folder.ts'

const text = {
  encode: (value: string) => new TextEncoder().encode(value),
  decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error('no port'))
      })
    })
  })

export type Running = { port: number; cookie: string; origin: string; dataFolder: string; host: Host; opened: string[] }

/** A browser host that really listens, over services that do nothing but what `book` says. */
export const runHost = async (
  book: Parameters<typeof bookHandlers>[0] = {},
  parts: Partial<HostParts> = {},
): Promise<Running> => {
  const [port, dataFolder, folder] = await Promise.all([freePort(), tempFolder(), windowFolder()])
  const handlers = hostHandlers(bookHandlers(book), {
    info: { host: 'browser', platform: 'test', version: '1.2.3', dataFolder },
    setLanguage: () => undefined,
    print: async () => new Uint8Array([1]),
    openExternal: async () => undefined,
    openFolder: async () => undefined,
    ...parts,
  })
  const opened: string[] = []
  const host = await startHost(
    { port, dataFolder, windowFolder: folder, openWindow: (address) => opened.push(address) },
    async () => (name, input) => dispatch(handlers, name, input, () => undefined),
  )
  if (typeof host === 'string') throw new Error(`the host did not start: ${host}`)
  onTestFinished(() => host.close())
  const secret = new URL(host.address).searchParams.get('k') ?? ''
  return { port, dataFolder, host, opened, cookie: `fairbook-${port}=${secret}`, origin: `http://127.0.0.1:${port}` }
}

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** One request as written: no header is added, no dot resolved. */
export const ask = (
  port: number,
  { method = 'GET', path = '/', headers = {}, body }: AskOptions = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })

export type AskOptions = { method?: string; path?: string; headers?: OutgoingHttpHeaders; body?: Uint8Array }

/** A call as our own window makes it; `change` takes away or replaces what a stranger could not send. */
export const callHost = (running: Running, name: string, input: unknown, change: OutgoingHttpHeaders = {}) =>
  ask(running.port, {
    method: 'POST',
    path: `/api/${name}`,
    headers: {
      host: `127.0.0.1:${running.port}`,
      origin: running.origin,
      cookie: running.cookie,
      'sec-fetch-site': 'same-origin',
      ...change,
    },
    body: pack({ input }, text),
  })

export const envelopeOf = (answer: Answer): unknown => unpack(answer.body, text)

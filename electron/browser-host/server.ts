import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

import { type Envelope, MAX_MESSAGE } from '../../shared/desktop-api.ts'
import { pack, type TextCodec, unpack } from '../../shared/wire.ts'
import { windowFile } from '../services/window/files.ts'
import { securityHeaders } from '../services/window/policy.ts'
import { readBody } from './body.ts'
import { cookieName, type Door, hasCookie, hasOurHost, isOurPage, isSecret, originOf, type Passes } from './guard.ts'

export type ServerParts = {
  door: Door
  passes: Passes
  /** Folder of the built window. */
  windowFolder: string
  /** Answers one call; never rejects. */
  answer: (name: string, input: unknown) => Promise<Envelope>
  /** Opens one more window, asked for by a second start. */
  openWindow: () => void
}

const text: TextCodec = {
  encode: (value) => Buffer.from(value),
  decode: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
}

const send = (response: ServerResponse, status: number, body: string | Uint8Array, headers = {}): void => {
  response.writeHead(status, { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8', ...headers })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

/** Refuses without reading on: what is still on its way belongs to nobody. */
const refuse = (response: ServerResponse, status: number, reason: string): void => {
  send(response, status, reason, { connection: 'close', 'cache-control': 'no-store' })
}

const inputOf = (body: Uint8Array): unknown => {
  const message = unpack(body, text)
  return typeof message === 'object' && message !== null && 'input' in message ? message.input : undefined
}

const api = async (request: IncomingMessage, response: ServerResponse, name: string, parts: ServerParts) => {
  if (request.method !== 'POST') return refuse(response, 405, 'calls are posted')
  if (!isOurPage(request, parts.door) || !hasCookie(request, parts.door))
    return refuse(response, 403, 'not this window')
  const body = await readBody(request, MAX_MESSAGE)
  if (!body) return refuse(response, 413, 'too large')
  let input: unknown
  try {
    input = inputOf(body)
  } catch {
    return refuse(response, 400, 'not a message')
  }
  const envelope = await parts.answer(name, input)
  send(response, 200, pack(envelope, text), {
    'content-type': 'application/octet-stream',
    'cache-control': 'no-store',
  })
}

/** The first address of a window carries the secret, or a pass, to be kept as a cookie that no script can read. */
const enter = (response: ServerResponse, key: string, { door, passes }: ServerParts): void => {
  if (isSecret(key, door.secret) || passes.use(key))
    send(response, 303, '', {
      location: '/',
      'set-cookie': `${cookieName(door)}=${door.secret}; HttpOnly; SameSite=Strict; Path=/`,
      'cache-control': 'no-store',
    })
  else refuse(response, 403, 'Fairbook was started again since; use its new address.')
}

const file = async (request: IncomingMessage, response: ServerResponse, pathname: string, parts: ServerParts) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'files are only read')
  if (!hasCookie(request, parts.door))
    return refuse(response, 403, 'Open Fairbook by the address that its start printed.')
  const found = await windowFile(parts.windowFolder, pathname)
  if (!found) return refuse(response, 404, 'no such file')
  send(response, 200, found.bytes, { 'content-type': found.type, 'cache-control': found.cache })
}

const route = async (request: IncomingMessage, response: ServerResponse, parts: ServerParts): Promise<void> => {
  const { door } = parts
  const target = request.url ?? ''
  if (!hasOurHost(request, door)) return refuse(response, 403, 'not this host')
  // Taken apart by hand: a URL parser would resolve the dots that the file door is to refuse.
  if (!target.startsWith('/')) return refuse(response, 400, 'not an address')
  const [pathname = '/', query = ''] = target.split('?', 2)
  const key = new URLSearchParams(query).get('k')
  if (pathname === '/' && key !== null && request.method === 'GET') return enter(response, key, parts)
  if (pathname === '/hello' && request.method === 'GET')
    return send(response, 200, 'fairbook', { 'cache-control': 'no-store' })
  if (pathname === '/open' && request.method === 'POST') {
    if (!isSecret(request.headers.authorization ?? '', `Bearer ${door.secret}`)) return refuse(response, 403, 'not us')
    parts.openWindow()
    return send(response, 200, 'opened')
  }
  if (pathname.startsWith('/api/')) return api(request, response, pathname.slice('/api/'.length), parts)
  return file(request, response, pathname, parts)
}

/** The loopback server of the window, its files and its calls. The caller listens on `ADDRESS` only. */
export const createHost = (parts: ServerParts): Server =>
  createServer({ requestTimeout: 120_000 }, (request, response) => {
    route(request, response, parts).catch(() => {
      if (!response.headersSent) refuse(response, 500, 'failed')
      else response.destroy()
    })
  })

export const entryAddress = (door: Pick<Door, 'port'>, key: string): string => `${originOf(door)}/?k=${key}`

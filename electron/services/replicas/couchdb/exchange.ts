import { AppError } from '../../../../shared/app-error.ts'
import type { Address } from './address.ts'
import type { Tools } from './patience.ts'

/** One request, as it goes out. */
export type Outgoing = {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  url: string
  headers: Record<string, string>
  body?: Uint8Array | undefined
  /** The most bytes that the answer may have, unpacked. */
  most: number
}
export type Answer = { status: number; headers: Headers; bytes: Buffer }

/** An answer that is longer than was asked for. */
export class AnswerTooLong extends Error {
  constructor() {
    super('an answer longer than its limit')
    this.name = 'AnswerTooLong'
  }
}

/** Silence of this many milliseconds ends a request. */
const SILENCE = 30_000
const MAX_REDIRECTS = 3
const redirects = new Set([301, 302, 303, 307, 308])

const readBody = async (response: Response, most: number, onBytes: () => void): Promise<Buffer> => {
  if (response.body === null) return Buffer.alloc(0)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body) {
    onBytes()
    size += part.length
    // Leaving the loop cancels the stream, and with it the connection.
    if (size > most) throw new AnswerTooLong()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const sendOnce = async (fetch: Tools['fetch'], outgoing: Outgoing): Promise<Answer> => {
  const { method, url, headers, body, most } = outgoing
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(new DOMException('no answer', 'TimeoutError')), SILENCE)
  try {
    const response = await fetch(url, { method, headers, body: body ?? null, redirect: 'manual', signal: stop.signal })
    timer.refresh()
    const bytes = await readBody(response, most, () => timer.refresh())
    return { status: response.status, headers: response.headers, bytes }
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Sends a request and follows redirects within the server's own origin, with method and body as they are. Beyond it
 * goes nothing: a login is for the server it was typed for.
 * @throws AnswerTooLong; AppError `syncUnreachable` (`why: redirect`) for another origin; what `fetch` throws
 */
export const exchange = async (fetch: Tools['fetch'], address: Address, outgoing: Outgoing): Promise<Answer> => {
  let { url } = outgoing
  for (let step = 0; ; step += 1) {
    const answer = await sendOnce(fetch, { ...outgoing, url })
    const location = answer.headers.get('location')
    if (!redirects.has(answer.status) || location === null) return answer
    const next = URL.canParse(location, url) ? new URL(location, url) : undefined
    if (step === MAX_REDIRECTS || next?.origin !== address.origin)
      throw new AppError('syncUnreachable', { place: address.name, why: 'redirect', to: next?.origin ?? '' })
    url = next.href
  }
}

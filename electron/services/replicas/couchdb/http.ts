import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { z } from 'zod'

import { AppError } from '../../../../shared/app-error.ts'
import type { Address, CouchPlace } from './address.ts'
import { type Answer, AnswerTooLong, exchange, type Outgoing } from './exchange.ts'
import { type Failure, networkFailure, statusFailure } from './failure.ts'
import { createLogin } from './login.ts'
import { patiently, type Tools } from './patience.ts'

export type Request = Pick<Outgoing, 'method'> & {
  path: readonly string[]
  query?: Readonly<Record<string, string>> | undefined
  json?: unknown
  bytes?: Uint8Array | undefined
  /** The most bytes of answer; a small one unless said. */
  most?: number | undefined
  /** Statuses beside success that the reader understands. */
  also?: readonly number[] | undefined
  /** Whether who asks can ask for less when the answer is too long. */
  divisible?: boolean | undefined
}

/** Makes sense of an answer; undefined for one that makes none: then it is asked again, and in the end given up. */
export type Reader<T> = (answer: Answer) => T | undefined

/**
 * Speaks to one server.
 * @throws AppError with the exact diagnosis; AnswerTooLong for what is divisible
 */
export type Http = {
  address: Address
  ask: <T>(request: Request, read: Reader<T>) => Promise<T>
}

const SMALL = 1024 * 1024
/** A body below this many bytes is not worth packing. */
const PACKED_FROM = 1_000

const pack = promisify(gzip)

/** A reader of JSON of a shape. */
export const jsonOf =
  <T>(schema: z.ZodType<T>): Reader<T> =>
  ({ bytes }) => {
    try {
      return schema.safeParse(JSON.parse(bytes.toString('utf8'))).data
    } catch {
      return undefined
    }
  }

/** A failure on the way to a login. */
class LoginFailed extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super('login failed', { cause: failure.error })
    this.failure = failure
  }
}

export type HttpOptions = Tools & {
  place: CouchPlace
  password: string | undefined
  address: Address
  /** How long to go on trying, in milliseconds. */
  patience: number
}

export const createHttp = (options: HttpOptions): Http => {
  const { address, fetch, now, patience } = options
  const place = address.name
  let packs = true

  const fails = ({ status, headers, bytes }: Answer): Failure =>
    statusFailure(status, headers, bytes.toString('utf8', 0, 2_000), place, now())

  const login = createLogin(options.place, options.password, place, async (body) => {
    const answer = await exchange(fetch, address, {
      method: 'POST',
      url: address.urlOf(['_session']),
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: Buffer.from(JSON.stringify(body)),
      most: SMALL,
    })
    if (answer.status === 429 || answer.status >= 500) throw new LoginFailed(fails(answer))
    return answer
  })

  const bodyOf = async ({ json, bytes }: Request): Promise<Pick<Outgoing, 'headers' | 'body'>> => {
    if (bytes !== undefined) return { headers: { 'content-type': 'application/octet-stream' }, body: bytes }
    if (json === undefined) return { headers: {} }
    const plain = Buffer.from(JSON.stringify(json))
    const headers = { 'content-type': 'application/json' }
    if (!packs || plain.length < PACKED_FROM) return { headers, body: plain }
    return { headers: { ...headers, 'content-encoding': 'gzip' }, body: await pack(plain, { level: 4 }) }
  }

  const send = async (request: Request, proof: Record<string, string>): Promise<Answer> => {
    const { headers, body } = await bodyOf(request)
    const answer = await exchange(fetch, address, {
      method: request.method,
      url: address.urlOf(request.path, request.query),
      headers: { accept: 'application/json', ...headers, ...proof },
      body,
      most: request.most ?? SMALL,
    })
    const doubtful = answer.status === 415 || answer.status === 400
    if (!doubtful || headers['content-encoding'] === undefined) return answer
    // Some proxies and old servers do not unpack what they are sent.
    packs = false
    return send(request, proof)
  }

  const sendProven = async (request: Request): Promise<Answer> => {
    const proof = await login.headers()
    const answer = await send(request, proof)
    if (answer.status !== 401 || Object.keys(proof).length === 0) return answer
    // A cookie lives ten minutes unless the server says otherwise.
    login.refused(proof)
    return send(request, await login.headers())
  }

  /** An answer that is worth reading, or why there is none. */
  const tryOnce = async (request: Request): Promise<Answer | Failure> => {
    try {
      const answer = await sendProven(request)
      login.saw(answer.headers)
      const ok = answer.status >= 200 && answer.status < 300
      return ok || request.also?.includes(answer.status) ? answer : fails(answer)
    } catch (error) {
      if (error instanceof LoginFailed) return error.failure
      if (!(error instanceof AnswerTooLong)) return networkFailure(error, place)
      if (request.divisible) throw error
      return { error: new AppError('syncNotAServer', { place }, error), again: true }
    }
  }

  const once = async <T>(request: Request, read: Reader<T>): Promise<readonly [T] | Failure> => {
    const answer = await tryOnce(request)
    if ('error' in answer) return answer
    const value = read(answer)
    if (value !== undefined) return [value]
    return { error: new AppError('syncNotAServer', { place, status: answer.status }), again: true }
  }

  return { address, ask: (request, read) => patiently(options, patience, () => once(request, read)) }
}

import { AppError } from '../../../../shared/app-error.ts'
import type { CouchPlace } from './address.ts'
import type { Answer } from './exchange.ts'

/** Sends the name and password to `_session`. */
type Ask = (body: { name: string; password: string }) => Promise<Answer>

export type Login = {
  /** What goes with a request to say who asks. Logs in where that is needed. */
  headers: () => Promise<Record<string, string>>
  /** A cookie that a server made anew is the one to send from then on. */
  saw: (headers: Headers) => void
  /** Forgets the cookie that a request was refused with. */
  refused: (sent: Record<string, string>) => void
}

const COOKIE = /^AuthSession=([\w\-.~+/=%]{1,4000})(;|$)/

const cookieIn = (headers: Headers): string | undefined => {
  for (const line of headers.getSetCookie()) {
    const value = COOKIE.exec(line)?.[1]
    if (value !== undefined) return value
  }
  return undefined
}

/**
 * By cookie, because a server hashes a Basic password at every request; by Basic where there is no `_session` (behind
 * some proxies). Without a user nothing is sent.
 * @throws AppError from `headers`: `syncPasswordMissing`, `syncLogin`
 */
export const createLogin = ({ user }: CouchPlace, password: string | undefined, place: string, ask: Ask): Login => {
  let held: Record<string, string> | undefined
  let pending: Promise<Record<string, string>> | undefined

  const logIn = async (): Promise<Record<string, string>> => {
    if (user === undefined) return {}
    if (password === undefined) throw new AppError('syncPasswordMissing')
    const answer = await ask({ name: user, password })
    if (answer.status === 401) throw new AppError('syncLogin', { place })
    const cookie = answer.status === 200 ? cookieIn(answer.headers) : undefined
    if (cookie !== undefined) return { cookie: `AuthSession=${cookie}` }
    return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
  }

  return {
    headers: async () => {
      if (held !== undefined) return held
      pending ??= logIn().finally(() => {
        pending = undefined
      })
      held = await pending
      return held
    },
    saw: (headers) => {
      if (held?.['cookie'] === undefined) return
      const cookie = cookieIn(headers)
      if (cookie !== undefined) held = { cookie: `AuthSession=${cookie}` }
    },
    refused: (sent) => {
      if (held === sent) held = undefined
    },
  }
}

import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Where the host listens and the secret of this start. */
export type Door = { port: number; secret: string }

/** 256 random bits: nobody guesses them. */
export const newSecret = (): string => randomBytes(32).toString('hex')

/** Keys that let in once. */
export type Passes = { make: () => string; use: (key: string) => boolean }

/** Every user of a machine can read a browser's command line, so what stands there is worth nothing once it was used. */
export const createPasses = (): Passes => {
  const open = new Set<string>()
  return {
    make: () => {
      const key = newSecret()
      open.add(key)
      return key
    },
    use: (key) => open.delete(key),
  }
}

/** Cookies don't keep ports apart, so the name does: two books can be open at once. */
export const cookieName = ({ port }: Pick<Door, 'port'>): string => `fairbook-${port}`

/** The loopback address, and nothing else, is bound; the name `localhost` would be another origin. */
export const ADDRESS = '127.0.0.1'

export const originOf = ({ port }: Pick<Door, 'port'>): string => `http://${ADDRESS}:${port}`

/** Compares without telling by its time how much was right. */
export const isSecret = (given: string, secret: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const cookieOf = (request: IncomingMessage, wanted: string): string | undefined => {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2)
    if (name === wanted) return value
  }
  return undefined
}

/** A page of another site whose name was pointed at this machine (DNS rebinding) still says its own name here. */
export const hasOurHost = (request: IncomingMessage, door: Door): boolean =>
  request.headers.host === `${ADDRESS}:${door.port}`

export const hasCookie = (request: IncomingMessage, door: Door): boolean => {
  const given = cookieOf(request, cookieName(door))
  return given !== undefined && isSecret(given, door.secret)
}

/** A call must come from a script of our own page: browsers set these and no page can forge them. */
export const isOurPage = (request: IncomingMessage, door: Door): boolean =>
  request.headers.origin === originOf(door) && (request.headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin'

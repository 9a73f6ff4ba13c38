import { AppError, type ErrorCode } from '../../../../shared/app-error.ts'

/** A try that came to nothing. `again`: the next one may do better. `after`: not before so many milliseconds. */
export type Failure = { error: AppError; again: boolean; after?: number | undefined }

/** The codes of an error and of what caused it, the deepest first: `fetch` wraps what the socket said. */
const codesOf = (error: unknown, depth = 0): string[] => {
  if (!(error instanceof Error) || depth > 4) return []
  const inner = error instanceof AggregateError ? error.errors.flatMap((one) => codesOf(one, depth + 1)) : []
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  return [...codesOf(error.cause, depth + 1), ...inner, ...own]
}

/** Why a server cannot be reached, labelled in the window. */
type Why = 'name' | 'refused' | 'timeout' | 'network' | 'noTls' | 'broken'

const why: Readonly<Record<string, Why>> = {
  ENOTFOUND: 'name',
  EAI_AGAIN: 'name',
  EAI_NODATA: 'name',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ENETUNREACH: 'network',
  EHOSTUNREACH: 'network',
  ENETDOWN: 'network',
  EADDRNOTAVAIL: 'network',
  EPROTO: 'noTls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'noTls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'noTls',
}

/** Waiting half a minute mends none of these: whoever asks again later does so without us. */
const lasting = new Set<Why>(['name', 'network', 'noTls'])

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|HOSTNAME_MISMATCH/

/** What an error of `fetch` means. Certificate errors come from Node's own check (`tls.TLSSocket`, `x509_verify`). */
export const networkFailure = (error: unknown, place: string): Failure => {
  if (error instanceof AppError) return { error, again: false }
  const codes = codesOf(error)
  const certificate = codes.find((code) => CERTIFICATE.test(code))
  if (certificate !== undefined)
    return { error: new AppError('syncCertificate', { place, why: certificate }, error), again: false }
  const timedOut = error instanceof Error && error.name === 'TimeoutError'
  const reason = timedOut ? 'timeout' : (codes.map((code) => why[code]).find((one) => one !== undefined) ?? 'broken')
  return { error: new AppError('syncUnreachable', { place, why: reason }, error), again: !lasting.has(reason) }
}

/** Longest a server may ask us to wait, in milliseconds. */
const LONGEST = 60_000

/** `Retry-After` (RFC 9110, 10.2.3) in milliseconds: seconds or a date. */
export const retryAfter = (header: string | null, now: number): number | undefined => {
  if (header === null) return undefined
  const millis = /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now
  return Number.isFinite(millis) && millis > 0 ? Math.min(millis, LONGEST) : undefined
}

const isFull = (status: number, text: string): boolean =>
  status === 507 || (status >= 500 && /enospc|no space left|insufficient_storage|quota/i.test(text))

const codes: Readonly<Record<number, ErrorCode>> = {
  401: 'syncLogin',
  403: 'syncForbidden',
  404: 'syncNoBook',
  429: 'syncBusy',
  503: 'syncBusy',
}

/** Answers that the next try may not get: a server that is busy or starting, or something in between that is ill. */
const passing = new Set([400, 405, 408, 409, 412, 415, 421, 425, 429, 500, 502, 503, 504])

/** What a status that nobody expected means. `text` is the beginning of the answer. */
export const statusFailure = (
  status: number,
  headers: Pick<Headers, 'get'>,
  text: string,
  place: string,
  now: number,
): Failure => {
  if (isFull(status, text)) return { error: new AppError('syncFull', { place }), again: false }
  const code = codes[status] ?? (status >= 500 ? 'syncUnreachable' : 'syncNotAServer')
  const params = code === 'syncUnreachable' ? { place, why: 'broken', status } : { place, status }
  return {
    error: new AppError(code, params),
    again: passing.has(status),
    after: retryAfter(headers.get('retry-after'), now),
  }
}

import { AppError } from '../../../../shared/app-error.ts'
import type { SyncPlace } from '../../../../shared/sync/index.ts'

export type CouchPlace = Extract<SyncPlace, { kind: 'couchdb' }>

/** Where a database is. */
export type Address = {
  /** For people and errors: server and database, never a login. */
  name: string
  origin: string
  /** The address of a path at the server, each segment escaped. */
  urlOf: (path: readonly string[], query?: Readonly<Record<string, string>>) => string
  database: string
  /** Whether what goes there can be read on the way. */
  readableOnTheWay: boolean
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

const parseUrl = (text: string): URL | undefined => {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** @throws AppError `syncUnreachable` (`why: address`) for what is no http(s) address, or one with a login in it */
export const parseAddress = ({ url: text, database }: CouchPlace): Address => {
  const url = parseUrl(text.trim())
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:'
  // A login in the address would end up in the settings file and in the log.
  if (url === undefined || !isHttp || url.username !== '' || url.password !== '')
    throw new AppError('syncUnreachable', { place: url?.host ?? '', why: 'address' })
  const base = `${url.origin}${url.pathname.replace(/\/+$/, '')}`
  return {
    name: `${base}/${database}`,
    origin: url.origin,
    database,
    urlOf: (path, query = {}) => {
      const search = new URLSearchParams(query).toString()
      return `${base}/${path.map(encodeURIComponent).join('/')}${search && `?${search}`}`
    },
    readableOnTheWay: url.protocol === 'http:' && !LOOPBACK.test(url.hostname),
  }
}

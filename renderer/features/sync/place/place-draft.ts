import { type SyncPlace, syncPlaceSchema } from '../../../../shared/sync/index.ts'
import { readAddress } from './address.ts'

export type PlaceKind = SyncPlace['kind']
export const placeKinds: readonly PlaceKind[] = ['couchdb', 'folder', 'file']

/** A place as it is being typed. */
export type PlaceDraft = {
  kind: PlaceKind
  url: string
  database: string
  user: string
  password: string
  path: string
}

const NOT_IN_NAMES = /[^a-z0-9]+/g
const DIACRITICS = /\p{M}+/gu
const LONGEST_NAME = 40
const TAIL = 8

/** A name for the book's database that says whose it is: of the company where Latin letters can, else of the book's id. */
export const databaseName = (bookId: string, company: string | undefined): string => {
  const plain = (company ?? '').normalize('NFKD').replaceAll(DIACRITICS, '').toLowerCase()
  const name = plain
    .replaceAll(NOT_IN_NAMES, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, LONGEST_NAME)
  return `fairbook-${name === '' ? bookId.slice(-TAIL).toLowerCase() : name}`
}

export const emptyDraft = (kind: PlaceKind, database = ''): PlaceDraft => ({
  kind,
  url: '',
  database,
  user: '',
  password: '',
  path: '',
})

/** The draft of a place that is known. */
export const draftOf = (place: SyncPlace, password = ''): PlaceDraft => {
  const empty = emptyDraft(place.kind)
  switch (place.kind) {
    case 'couchdb':
      return { ...empty, url: place.url, database: place.database, user: place.user ?? '', password }
    case 'folder':
      return { ...empty, path: place.path }
    case 'file':
      return empty
  }
}

/** The same draft once the field of the address was left: what stood in it goes where it belongs. */
export const tidied = (draft: PlaceDraft): PlaceDraft => {
  if (draft.kind !== 'couchdb') return draft
  const { url, database, user, password } = readAddress(draft.url)
  return {
    ...draft,
    url,
    database: database ?? draft.database.trim(),
    user: user ?? draft.user.trim(),
    password: password ?? draft.password,
  }
}

/** A place with its password, as the desktop side takes them. */
export type PlaceLogin = { place: SyncPlace; password?: string }

export type PlaceField = 'url' | 'database' | 'path'
export type ReadPlace = { login: PlaceLogin } | { wrong: PlaceField }

const fields: readonly PlaceField[] = ['url', 'database', 'path']

const raw = ({ kind, url, database, user, path }: PlaceDraft): object => {
  switch (kind) {
    case 'couchdb':
      return { kind, url, database, ...(user !== '' && { user }) }
    case 'folder':
      return { kind, path: path.trim() }
    case 'file':
      return { kind }
  }
}

/** What the draft means, or the first field that says nothing usable. */
export const readPlace = (typed: PlaceDraft): ReadPlace => {
  const draft = tidied(typed)
  if (draft.kind === 'couchdb' && !/^https?:\/\//i.test(draft.url)) return { wrong: 'url' }
  const parsed = syncPlaceSchema.safeParse(raw(draft))
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path[0]
    return { wrong: fields.find((field) => field === at) ?? 'url' }
  }
  const password = draft.kind === 'couchdb' && draft.password !== '' ? draft.password : undefined
  return { login: { place: parsed.data, ...(password !== undefined && { password }) } }
}

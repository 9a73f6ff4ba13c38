import { liveQuery } from 'dexie'
import { useSyncExternalStore } from 'react'

import {
  type Catalog,
  createCatalog,
  type ListItem,
  type Pipeline,
  plainCatalog,
  type Role,
  SETTINGS_ID,
  type Settings,
} from '../../shared/domain/index.ts'
import { type Book, useBook } from '../data/index.ts'
import { usePrefs } from '../view-state/index.ts'

/** The small tables that labels and choices need: one live query for the whole window, not one for each cell. */
export type Lookups = {
  items: ReadonlyMap<string, ListItem>
  pipelines: ReadonlyMap<string, Pipeline>
  settings: Settings | undefined
  /** Every field, those of one's own among them, but what this device's role is not to see. */
  catalog: Catalog
}

type Store = {
  current: Lookups
  listeners: Set<() => void>
  stop: (() => void) | undefined
  /** One function for the store's life: React would subscribe anew at every render to one that is new. */
  subscribe: (listener: () => void) => () => void
}

const empty: Lookups = { items: new Map(), pipelines: new Map(), settings: undefined, catalog: plainCatalog }
const stores = new WeakMap<Book, Store>()

const present = <R extends { id: string; deletedAt?: string | undefined }>(rows: readonly R[]): Map<string, R> =>
  new Map(rows.filter((row) => row.deletedAt === undefined).map((row) => [row.id, row]))

const start = ({ db }: Book, store: Store): (() => void) => {
  const subscription = liveQuery(async () => {
    const [items, pipelines, settings, definitions] = await Promise.all([
      db.listItems.toArray(),
      db.pipelines.toArray(),
      db.settings.get(SETTINGS_ID),
      db.customFields.toArray(),
    ])
    const living = present(pipelines)
    const catalog = createCatalog(definitions, { pipelines: living.values() })
    return { items: present(items), pipelines: living, settings, catalog }
  }).subscribe((lookups) => {
    store.current = lookups
    for (const listener of store.listeners) listener()
  })
  return () => subscription.unsubscribe()
}

const createStore = (book: Book): Store => {
  const store: Store = {
    current: empty,
    listeners: new Set(),
    stop: undefined,
    subscribe: (listener) => {
      store.listeners.add(listener)
      store.stop ??= start(book, store)
      return () => {
        store.listeners.delete(listener)
        if (store.listeners.size > 0) return
        store.stop?.()
        store.stop = undefined
      }
    },
  }
  return store
}

const storeOf = (book: Book): Store => {
  const held = stores.get(book)
  if (held) return held
  const store = createStore(book)
  stores.set(book, store)
  return store
}

/** One object for each role, so that what hangs on it stays the same while nothing changes. */
const forRoles = new WeakMap<Lookups, Map<Role, Lookups>>()

const seenBy = (lookups: Lookups, role: Role): Lookups => {
  const known = forRoles.get(lookups) ?? new Map<Role, Lookups>()
  forRoles.set(lookups, known)
  const held = known.get(role) ?? { ...lookups, catalog: lookups.catalog.forRole(role) }
  known.set(role, held)
  return held
}

/** The lists, pipelines and settings of the book, live; empty while loading. */
export const useLookups = (): Lookups => {
  const book = useBook()
  const store = storeOf(book)
  const role = usePrefs((prefs) => prefs.role)
  return seenBy(
    useSyncExternalStore(store.subscribe, () => store.current),
    role,
  )
}

/** Every field of the book, live. */
export const useCatalog = (): Catalog => useLookups().catalog

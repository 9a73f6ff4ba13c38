import { create } from 'zustand'
import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware'

/** Seals texts that stand in the browser's storage, each bound to its name. */
export type TextSeal = {
  seal: (name: string, text: string) => string
  /** Undefined for one that does not open. */
  open: (name: string, sealed: string) => string | undefined
}

const PREFIX = 'fairbook.'
const SUFFIX = '.sealed'
/** Stands there while the book is locked: what is kept before its key is there would be lost, not written in the open. */
const MARK = 'fairbook.isSealed'
/** Ids by which the window finds its book. */
const OPEN = new Set([MARK, 'fairbook.lastBook', 'fairbook.device', 'fairbook.former'])

let seal: TextSeal | undefined
/** What of an entry stays readable, by its name: the lock screen has a language and colours too. */
const openParts = new Map<string, (text: string) => string>()
const rehydrates = new Set<() => unknown>()

/** Undefined outside of a browser: then nothing is kept. */
const browserStorage = (): Storage | undefined => (typeof localStorage === 'undefined' ? undefined : localStorage)

/** Whether this window last had a locked book open. */
export const isDeviceSealed = (): boolean => (browserStorage()?.getItem(MARK) ?? null) !== null

const readEntry = (name: string): string | null => {
  const kept = browserStorage()
  const sealed = seal && kept?.getItem(`${name}${SUFFIX}`)
  return (sealed && seal?.open(name, sealed)) ?? kept?.getItem(name) ?? null
}

const writeEntry = (name: string, text: string): void => {
  const kept = browserStorage()
  if (seal === undefined) {
    if (!isDeviceSealed()) kept?.setItem(name, text)
    return
  }
  kept?.setItem(`${name}${SUFFIX}`, seal.seal(name, text))
  const open = openParts.get(name)
  if (open) kept?.setItem(name, open(text))
  else kept?.removeItem(name)
}

const storage: StateStorage = {
  getItem: readEntry,
  setItem: writeEntry,
  removeItem: (name) => {
    browserStorage()?.removeItem(name)
    browserStorage()?.removeItem(`${name}${SUFFIX}`)
  },
}

const entries = (): string[] =>
  Object.keys(localStorage).filter((name) => name.startsWith(PREFIX) && !name.endsWith(SUFFIX) && !OPEN.has(name))
const sealedEntries = (): string[] =>
  Object.keys(localStorage).flatMap((name) => (name.endsWith(SUFFIX) ? [name.slice(0, -SUFFIX.length)] : []))

/**
 * From now on entries are sealed, and those that are already are read. For when a locked book was opened. Goes on with
 * what a start that was broken off left in the open.
 */
export const sealDeviceStorage = (given: TextSeal): void => {
  seal = given
  localStorage.setItem(MARK, '1')
  for (const name of entries()) {
    const text = readEntry(name)
    if (text !== null) writeEntry(name, text)
  }
  for (const rehydrate of rehydrates) rehydrate()
}

/** Entries stand in the open again. What does not open, because the book was unlocked elsewhere, goes. */
export const unsealDeviceStorage = (): void => {
  if (!isDeviceSealed()) return
  for (const name of sealedEntries()) {
    const text = readEntry(name)
    if (text !== null) localStorage.setItem(name, text)
    localStorage.removeItem(`${name}${SUFFIX}`)
  }
  localStorage.removeItem(MARK)
  seal = undefined
}

/**
 * View state that holds for this device and is kept over restarts, under `fairbook.<name>`. While the book is locked it
 * is sealed, for a filter may name a customer.
 * @param parse makes state of what was kept, whatever that is; of undefined the state at first
 * @param openPart what of it is readable without the key
 */
export const createDeviceStore = <S extends object>(
  name: string,
  parse: (stored: unknown) => S,
  openPart?: (state: S) => Partial<S>,
) => {
  const entry = `${PREFIX}${name}`
  if (openPart)
    openParts.set(entry, (text) => {
      const { state, version } = JSON.parse(text) as { state: S; version: number }
      return JSON.stringify({ state: openPart(state), version })
    })
  const store = create<S>()(
    persist(() => parse(undefined), {
      name: entry,
      storage: createJSONStorage(() => storage),
      merge: (stored) => parse(stored),
    }),
  )
  rehydrates.add(() => store.persist.rehydrate())
  return store
}

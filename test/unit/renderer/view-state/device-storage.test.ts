import { beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { createTextSeal } from '../../../../renderer/data/index.ts'

/** As the browser's: what it holds are its own properties. */
class MemoryStorage {
  [name: string]: unknown
  getItem(name: string): string | null {
    return Object.hasOwn(this, name) ? String(this[name]) : null
  }
  setItem(name: string, text: string): void {
    this[name] = text
  }
  removeItem(name: string): void {
    delete this[name]
  }
}

const schema = z.object({ theme: z.string().catch('system'), filter: z.string().catch('') })
const seal = createTextSeal(new Uint8Array(32).fill(3))

let kept: MemoryStorage
beforeEach(() => {
  kept = new MemoryStorage()
  vi.stubGlobal('localStorage', kept)
  return () => vi.unstubAllGlobals()
})

/** The module as a start of the window has it. */
const start = async () => {
  vi.resetModules()
  const { createDeviceStore, sealDeviceStorage, unsealDeviceStorage } = await import(
    '../../../../renderer/view-state/device-storage.ts'
  )
  const parse = (stored: unknown) => schema.parse(stored ?? {})
  const store = createDeviceStore('test', parse, ({ theme }) => ({ theme }))
  return { store, sealDeviceStorage, unsealDeviceStorage, createDeviceStore, parse }
}

const text = () => JSON.stringify(kept)

it('keeps state over starts in the open while the book is not locked', async () => {
  const first = await start()
  first.store.setState({ filter: 'Aurelija' })
  expect(text()).toContain('Aurelija')
  expect((await start()).store.getState().filter).toBe('Aurelija')
})

it('seals what stood in the open when the book is locked, also of parts that are not loaded', async () => {
  kept.setItem('fairbook.lists', '{"state":{"filter":"Živilė"}}')
  const first = await start()
  first.store.setState({ filter: 'Aurelija', theme: 'dark' })
  first.sealDeviceStorage(seal)
  first.store.setState({ filter: 'Aurelija Š.' })
  expect(text()).not.toMatch(/Aurelija|Živilė/)
  expect(first.store.getState().filter).toBe('Aurelija Š.')
  expect(seal.open('fairbook.lists', String(kept.getItem('fairbook.lists.sealed')))).toContain('Živilė')
})

it('shows only the open part before the key is there, and writes nothing in the open', async () => {
  const first = await start()
  first.store.setState({ filter: 'Aurelija', theme: 'dark' })
  first.sealDeviceStorage(seal)
  const { store, sealDeviceStorage } = await start()
  expect(store.getState()).toEqual({ theme: 'dark', filter: '' })
  store.setState({ filter: 'Typed at the lock screen' })
  expect(text()).not.toContain('Typed')
  sealDeviceStorage(seal)
  expect(store.getState()).toEqual({ theme: 'dark', filter: 'Aurelija' })
})

it('gives parts that load later what was sealed of them', async () => {
  const first = await start()
  first.store.setState({ filter: 'Aurelija' })
  first.sealDeviceStorage(seal)
  first.createDeviceStore('late', first.parse).setState({ filter: 'Later' })
  const next = await start()
  next.sealDeviceStorage(seal)
  expect(next.createDeviceStore('late', next.parse).getState().filter).toBe('Later')
  expect(text()).not.toContain('Later')
})

it('starts afresh with another key, and takes no entry of another name', async () => {
  const first = await start()
  first.store.setState({ filter: 'Aurelija' })
  first.sealDeviceStorage(seal)
  kept.setItem('fairbook.other.sealed', String(kept.getItem('fairbook.test.sealed')))
  const next = await start()
  next.sealDeviceStorage(createTextSeal(new Uint8Array(32)))
  expect(next.store.getState().filter).toBe('')
  expect(seal.open('fairbook.other', String(kept.getItem('fairbook.other.sealed')))).toBeUndefined()
  expect(seal.open('fairbook.test', 'no base64 at all!')).toBeUndefined()
})

it('stands in the open again once the lock is off', async () => {
  const first = await start()
  first.store.setState({ filter: 'Aurelija' })
  first.sealDeviceStorage(seal)
  first.unsealDeviceStorage()
  expect(Object.keys(kept)).toEqual(['fairbook.test'])
  expect((await start()).store.getState().filter).toBe('Aurelija')
})

it('forgets sealed entries of a book that is not locked any more', async () => {
  const first = await start()
  first.store.setState({ filter: 'Aurelija', theme: 'dark' })
  first.sealDeviceStorage(seal)
  const next = await start()
  next.unsealDeviceStorage()
  expect(Object.keys(kept)).toEqual(['fairbook.test'])
  next.store.setState({ filter: 'In the open' })
  expect(text()).toContain('In the open')
})

it('seals what a start that was broken off while sealing left in the open, and keeps what was sealed by then', async () => {
  const first = await start()
  first.store.setState({ filter: 'Aurelija', theme: 'dark' })
  first.sealDeviceStorage(seal)
  kept.setItem('fairbook.lists', '{"state":{"filter":"Živilė"}}')
  const again = await start()
  again.sealDeviceStorage(seal)
  expect(text()).not.toMatch(/Aurelija|Živilė/)
  expect(seal.open('fairbook.lists', String(kept.getItem('fairbook.lists.sealed')))).toContain('Živilė')
  expect(again.store.getState()).toEqual({ filter: 'Aurelija', theme: 'dark' })
})

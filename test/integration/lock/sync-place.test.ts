import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { folderPaths } from '../../../electron/services/book-folder/folder-paths.ts'
import { realDisk } from '../../../electron/services/disk/disk.ts'
import { openServices, type Services } from '../../../electron/services/index.ts'
import { openKeyring } from '../../../electron/services/keys/keyring.ts'
import { proven, readKeyFile, writeKeyFile } from '../../../electron/services/lock/key-file.ts'
import { computer, place } from '../services/sync/support.ts'
import { CHEAP } from './support.ts'

const KEY = { passphrase: 'kitas raktas 99' }
let here: Awaited<ReturnType<typeof place>>
let root: string
let open: Services | undefined

beforeEach(async () => {
  here = await place()
  root = join(here.root, 'one')
  const one = await computer(root)
  const at = { kind: 'folder', path: here.shared } as const
  await one.handlers['sync.setUp']({ place: at, passphrase: 'žalias obuolys 42' })
  await one.end()
})

afterEach(async () => {
  await end()
  await here.end()
})

const end = async (): Promise<void> => {
  await open?.close()
  open = undefined
}

/** A start of the program; of a locked book with its passphrase. */
const start = async (isLocked = true): Promise<Services['handlers']> => {
  await end()
  open = await openServices({ dataFolder: root, passphraseCost: CHEAP, dailyAfter: 3_600_000 })
  const { handlers } = open
  if (isLocked) await handlers['lock.open']({ key: KEY })
  await handlers['book.open']({ known: [] })
  return handlers
}

const lock = async (): Promise<void> => {
  await (await start(false))['lock.enable'](KEY)
  await end()
}

/** Changes a file of JSON in the data folder, as anyone can who writes there. */
const change = async (name: string, edit: (value: Record<string, unknown>) => unknown): Promise<void> => {
  const path = join(root, name)
  await writeFile(path, JSON.stringify(edit(JSON.parse(await readFile(path, 'utf8')))))
}

const toElsewhere = (config: Record<string, unknown>) => ({ ...config, place: { kind: 'folder', path: '/elsewhere' } })
const withoutProof = ({ proof: _, ...config }: Record<string, unknown>) => config
const off = { place: null, unproven: true }
const on = () => ({ place: { kind: 'folder', path: here.shared } })

test('a locked book proves where it syncs, also after it was opened anew and set up anew', async () => {
  await lock()
  expect(await (await start())['sync.state']({})).toMatchObject(on())
  const handlers = await start()
  await handlers['sync.leave']({})
  expect(await handlers['sync.state']({})).toEqual({ ...(await handlers['sync.state']({})), place: null })
  await handlers['sync.join']({
    place: { kind: 'folder', path: here.shared },
    key: { passphrase: 'žalias obuolys 42' },
  })
  const again = await start()
  expect(await again['sync.state']({})).toMatchObject(on())
  expect(await again['sync.state']({})).not.toHaveProperty('unproven')
})

test.each([
  ['another place', toElsewhere],
  ['the same without its proof', withoutProof],
  ['another place without a proof', (config: Record<string, unknown>) => withoutProof(toElsewhere(config))],
  ['a proof that is none', (config: Record<string, unknown>) => ({ ...config, proof: 7 })],
])('%s is not believed, says so, and is gone once the book syncs somewhere or nowhere', async (_, edit) => {
  await lock()
  await change('sync.json', edit)
  const handlers = await start()
  const { bookId } = await handlers['book.open']({ known: [] })
  expect(await handlers['sync.state']({})).toMatchObject(off)
  await expect(handlers['sync.pull']({ bookId, after: null, limit: 10 })).rejects.toMatchObject({ code: 'syncOff' })
  // Not sealed after all by another start.
  expect(await (await start())['sync.state']({})).toMatchObject(off)
  await (await start())['sync.leave']({})
  expect(await (await start())['sync.state']({})).not.toHaveProperty('unproven')
})

test('a place that is written into a book that syncs nowhere is not believed either', async () => {
  const config = await readFile(join(root, 'sync.json'))
  await rm(join(root, 'sync.json'))
  await lock()
  await writeFile(join(root, 'sync.json'), config)
  expect(await (await start())['sync.state']({})).toMatchObject(off)
})

test('that a proof is asked for can not be taken out of the lock', async () => {
  await lock()
  await change('sync.json', withoutProof)
  for (const name of ['lock.json', 'lock.copy.json'])
    await change(name, ({ sync: _, ...rest }) => ({ ...rest, format: 1 })).catch(() => undefined)
  await rm(folderPaths(root).keysCopy, { force: true })
  await expect(start()).rejects.toMatchObject({ code: 'keysDamaged' })
})

test('a book that was locked before there were proofs gets them at its next opening, and only then', async () => {
  await lock()
  const paths = folderPaths(root)
  const file = await readKeyFile(realDisk, paths)
  if (!file) throw new Error('no lock')
  const { sync: _, ...former } = file
  await writeKeyFile(realDisk, paths, proven(await openKeyring(file.keyring, KEY), former))
  await change('sync.json', withoutProof)
  expect(await (await start())['sync.state']({})).toMatchObject(on())
  await end()
  expect(JSON.parse(await readFile(join(root, 'sync.json'), 'utf8'))).toHaveProperty('proof')
  await change('sync.json', withoutProof)
  expect(await (await start())['sync.state']({})).toMatchObject(off)
})

test('taking the lock off and setting it again leaves the place as it is; one that was changed goes', async () => {
  await lock()
  await (await start())['lock.disable'](KEY)
  expect(await (await start(false))['sync.state']({})).toMatchObject(on())
  await lock()
  expect(await (await start())['sync.state']({})).toMatchObject(on())
  await end()
  await change('sync.json', toElsewhere)
  await (await start())['lock.disable'](KEY)
  expect(await (await start(false))['sync.state']({})).toMatchObject({ place: null })
})

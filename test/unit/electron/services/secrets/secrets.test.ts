import { randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Disk, realDisk } from '../../../../../electron/services/disk/disk.ts'
import {
  keyProtector,
  lazyProtector,
  lockProtector,
  type Protector,
} from '../../../../../electron/services/secrets/protector.ts'
import { createSecrets } from '../../../../../electron/services/secrets/secrets.ts'
import { tempFolder } from '../../../../support/temp-folder.ts'

const password = Buffer.from('pušis-7-ąžuolai')
const systemKey = randomBytes(32)
const system = keyProtector('system', async () => systemKey)
const lock = lockProtector(randomBytes(32))
const failing: Protector = {
  name: 'system',
  protect: async () => Promise.reject(new Error('the key ring is locked')),
  unprotect: async () => Promise.reject(new Error('the key ring is locked')),
}

const setUp = async () => {
  const folder = await tempFolder()
  const file = join(folder, 'secrets.json')
  const problems: unknown[] = []
  const start = (protector?: Protector, disk: Disk = realDisk) =>
    createSecrets({ disk, file, protector, onProblem: (error) => problems.push(error) })
  return { folder, file, start, problems, names: () => readdir(folder) }
}

test('secrets outlive a start where a protector keeps them, and nothing of them is on the disk in the clear', async () => {
  const { file, start } = await setUp()
  const secrets = await start(system)
  await secrets.set('sync password', password)
  expect(secrets.keptBy()).toBe('system')
  const text = await readFile(file, 'latin1')
  for (const known of [password.toString('latin1'), password.toString('base64'), 'password'])
    expect(text).not.toContain(known)
  expect((await start(system)).get('sync password')).toEqual(new Uint8Array(password))
})

test('without a protector they are at hand and never on the disk', async () => {
  const { start, names } = await setUp()
  const secrets = await start()
  await secrets.set('sync password', password)
  expect(secrets.keptBy()).toBe('nobody')
  expect(secrets.get('sync password')).toEqual(new Uint8Array(password))
  expect(await names()).toEqual([])
  expect((await start()).get('sync password')).toBeUndefined()
})

test('a protector that fails keeps nothing: at hand, told, nothing on the disk', async () => {
  const { start, names, problems } = await setUp()
  const secrets = await start(failing)
  await secrets.set('sync password', password)
  expect(secrets.get('sync password')).toEqual(new Uint8Array(password))
  expect(secrets.keptBy()).toBe('nobody')
  expect(await names()).toEqual([])
  expect(problems).toHaveLength(1)
})

test('the key store is looked for once, and not before there is something to keep or to open', async () => {
  const { start } = await setUp()
  let asked = 0
  const lazy = lazyProtector(async () => {
    asked += 1
    return system
  })
  const secrets = await start(lazy)
  expect(asked).toBe(0)
  await secrets.set('sync password', password)
  await secrets.set('sync key', systemKey)
  expect(asked).toBe(1)
  expect((await start(lazyProtector(async () => system))).get('sync password')).toEqual(new Uint8Array(password))
})

test('where no key store is found nothing is kept', async () => {
  const { start, names } = await setUp()
  const secrets = await start(lazyProtector(async () => undefined))
  await secrets.set('sync password', password)
  expect(secrets.keptBy()).toBe('nobody')
  expect(secrets.get('sync password')).toEqual(new Uint8Array(password))
  expect(await names()).toEqual([])
})

test('another protector seals them anew; without one they leave the disk', async () => {
  const { file, start, names } = await setUp()
  const secrets = await start(system)
  await secrets.set('sync password', password)
  await secrets.keepWith(lock)
  expect(secrets.keptBy()).toBe('lock')
  expect((await start(system)).get('sync password')).toBeUndefined()
  expect((await start(lock)).get('sync password')).toEqual(new Uint8Array(password))
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ by: 'lock' })
  await secrets.keepWith(undefined)
  expect(secrets.get('sync password')).toEqual(new Uint8Array(password))
  expect(await names()).toEqual([])
})

test('a book that is locked forgets them and has them again once it is open', async () => {
  const { start } = await setUp()
  const secrets = await start(lock)
  const written = secrets.set('sync password', password)
  secrets.forget()
  await written
  expect(secrets.get('sync password')).toBeUndefined()
  expect(secrets.keptBy()).toBe('nobody')
  await secrets.keepWith(lock)
  expect(secrets.get('sync password')).toEqual(new Uint8Array(password))
})

test('at a start of a locked book they stay in the file until it is open', async () => {
  const { start } = await setUp()
  await (await start(lock)).set('sync password', password)
  const secrets = await start()
  expect(secrets.get('sync password')).toBeUndefined()
  await secrets.keepWith(lock)
  expect(secrets.get('sync password')).toEqual(new Uint8Array(password))
})

test('what was removed is gone from the file, and the last one takes the file along', async () => {
  const { start, names } = await setUp()
  const secrets = await start(system)
  await secrets.set('sync password', password)
  await secrets.set('sync key', systemKey)
  await secrets.remove('sync password')
  expect((await start(system)).get('sync password')).toBeUndefined()
  expect((await start(system)).get('sync key')).toEqual(new Uint8Array(systemKey))
  await secrets.remove('sync key')
  expect(await names()).toEqual([])
})

test('a changed file is no secret: they are asked for again', async () => {
  const { file, start } = await setUp()
  await (await start(system)).set('sync password', password)
  const whole = await readFile(file)
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const other = Buffer.from(whole)
      other[at] = (other[at] ?? 0) ^ change
      await writeFile(file, other)
      const got = (await start(system)).get('sync password')
      expect(got === undefined || Buffer.from(got).equals(password)).toBe(true)
    }),
    { numRuns: 300 },
  )
  await writeFile(file, whole.subarray(0, 40))
  expect((await start(system)).get('sync password')).toBeUndefined()
})

test('a full disk is told, and the secret is at hand all the same', async () => {
  const { start } = await setUp()
  const full: Disk = {
    ...realDisk,
    open: () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' })),
  }
  const secrets = await start(system, full)
  await expect(secrets.set('sync password', password)).rejects.toMatchObject({ code: 'diskFull' })
  expect(secrets.get('sync password')).toEqual(new Uint8Array(password))
})

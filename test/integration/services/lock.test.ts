import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

import { takeLock } from '../../../electron/services/book-folder/lock.ts'
import { processStart } from '../../../electron/services/book-folder/process-start.ts'
import { realDisk } from '../../../electron/services/disk/disk.ts'
import { openBook } from './open-book.ts'
import { temporaryFolder } from './temporary-folder.ts'

const script = fileURLToPath(new URL('./lock-child.ts', import.meta.url))

/** Another program that takes the lock. @returns it and what it says of its success */
const rival = async (folder: string): Promise<{ child: ChildProcess; said: Promise<string> }> => {
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = once(child.stdout, 'data').then(([bytes]) => String(bytes).trim())
  return { child, said }
}

const take = (folder: string) => takeLock(realDisk, folder, folder)

test('a second program on the same folder is refused, and let in after the first has closed', async () => {
  const root = await temporaryFolder()
  const first = await openBook(root)
  await expect(openBook(root)).rejects.toMatchObject({ code: 'bookInUse', params: { path: root } })
  const { said } = await rival(join(root, 'lock'))
  expect(await said).toBe('bookInUse')
  await first.close()
  const second = await openBook(root)
  expect(second.opened.bookId).toBe(first.opened.bookId)
  await second.close()
})

test('the lock of a program that was killed is taken over', async () => {
  const folder = await temporaryFolder()
  const { child, said } = await rival(folder)
  expect(await said).toBe('held')
  await expect(take(folder)).rejects.toMatchObject({ code: 'bookInUse' })
  child.kill('SIGKILL')
  await once(child, 'exit')
  const release = await take(folder)
  expect(await readdir(folder)).toHaveLength(1)
  await release()
})

test.skipIf(process.platform !== 'linux')('a process that ended uncollected by its parent is over', async () => {
  // Once the shell has become a sleep, which never asks for its children, one of them ends: it stays a zombie.
  const ends = 'until grep -q sleep /proc/$$/comm; do sleep 0.01; done'
  const child = spawn('sh', ['-c', `(${ends}) & echo $!; exec sleep 60`], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [printed] = await once(child.stdout, 'data')
  await expect.poll(() => processStart(Number(printed)), { timeout: 30_000 }).toBe('')
  expect(() => process.kill(Number(printed), 0), 'the system still knows its number').not.toThrow()
  expect(await processStart(child.pid ?? 0)).not.toBe('')
})

test('of many programs that find a dead lock at once, exactly one gets it', async () => {
  const folder = await temporaryFolder()
  const dead = { pid: 2 ** 22 + 5, start: 'long ago', host: hostname(), at: 0, released: false }
  await writeFile(join(folder, '1.json'), JSON.stringify(dead))
  const rivals = await Promise.all(Array.from({ length: 8 }, () => rival(folder)))
  const said = await Promise.all(rivals.map((one) => one.said))
  expect(said.sort()).toEqual([...Array.from({ length: 7 }, () => 'bookInUse'), 'held'])
})

test('of many that race in one process, again and again, never two hold the lock', async () => {
  const folder = await temporaryFolder()
  let holders = 0
  let turns = 0
  const runner = async () => {
    for (let attempt = 0; attempt < 30; attempt += 1) {
      const release = await take(folder).catch(() => undefined)
      if (release === undefined) continue
      holders += 1
      turns += 1
      expect(holders).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 1))
      holders -= 1
      await release()
    }
  }
  await Promise.all(Array.from({ length: 6 }, runner))
  expect(turns).toBeGreaterThan(5)
})

test('a later process with the same number is not taken for the owner', async () => {
  const folder = await temporaryFolder()
  const owner = { pid: process.pid, start: 'another life', host: hostname(), at: Date.now(), released: false }
  await writeFile(join(folder, '7.json'), JSON.stringify(owner))
  await (await take(folder))()
})

test('a lock from another machine counts for a day', async () => {
  const folder = await temporaryFolder()
  const owner = { pid: 1, start: 'x', host: 'another.example', at: Date.now() - 3_600_000, released: false }
  await writeFile(join(folder, '1.json'), JSON.stringify(owner))
  await expect(take(folder)).rejects.toMatchObject({ code: 'bookInUse' })
  await writeFile(join(folder, '1.json'), JSON.stringify({ ...owner, at: Date.now() - 25 * 3_600_000 }))
  await (await take(folder))()
})

test('a lock that is kept says so again and again, and no more once it is given back', async () => {
  const folder = await temporaryFolder()
  const owner = async () => JSON.parse((await readFile(join(folder, '1.json'), 'utf8')) || '{}')
  const began = Date.now()
  const release = await takeLock(realDisk, folder, folder, 5)
  await expect.poll(async () => (await owner()).at).toBeGreaterThan(began + 20)
  await release()
  const last = await owner()
  expect(last.released).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(await owner()).toEqual(last)
})

test('an empty lock is one being written, unless it is old; nonsense beside it is left alone', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, '3.json'), '')
  await mkdir(join(folder, 'x'))
  await writeFile(join(folder, 'note.json'), '{}')
  await expect(take(folder)).rejects.toMatchObject({ code: 'bookInUse' })
  const old = new Date(Date.now() - 60_000)
  await utimes(join(folder, '3.json'), old, old)
  const release = await take(folder)
  expect((await readdir(folder)).sort()).toEqual(['4.json', 'note.json', 'x'])
  await release()
})

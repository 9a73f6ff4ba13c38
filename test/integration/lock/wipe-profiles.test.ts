import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { wipeProfiles } from '../../../electron/services/lock/wipe-profiles.ts'
import { faultyDisk, systemError } from '../services/faulty-disk.ts'
import { openBook } from '../services/open-book.ts'
import { temporaryFolder } from '../services/temporary-folder.ts'
import { CHEAP, findTexts, known, lockBook, openLocked } from './support.ts'

const throwing = (error: unknown): never => {
  throw error
}

/** A data folder with what browsers left in it. */
const withProfiles = async (): Promise<string> => {
  const root = await temporaryFolder()
  for (const path of ['browser/Default/IndexedDB/x.leveldb', 'electron/IndexedDB']) {
    await mkdir(join(root, path), { recursive: true })
    await writeFile(join(root, path, '000003.log'), Buffer.from(known.join('\n'), 'utf16le'))
  }
  return root
}

test('the start after locking deletes the profiles, once and nothing else', async () => {
  const root = await withProfiles()
  await wipeProfiles({ dataFolder: root, onProblem: throwing })
  expect(await readdir(root)).toContain('browser')
  await lockBook(root)
  const before = (await readdir(root)).filter((name) => name !== 'browser' && name !== 'electron')
  await wipeProfiles({ dataFolder: root, onProblem: throwing })
  expect(await readdir(root)).toEqual(before)
  expect(await findTexts(root)).toEqual([])
  // What the next window keeps stays.
  await mkdir(join(root, 'browser'))
  await wipeProfiles({ dataFolder: root, onProblem: throwing })
  expect(await readdir(root)).toContain('browser')
  await (await openLocked(root)).close()
}, 30_000)

test('a link in a profile, or in the place of one, is deleted and not followed', async () => {
  const root = await withProfiles()
  const outside = await temporaryFolder()
  await writeFile(join(outside, 'mine.txt'), 'mine')
  await symlink(outside, join(root, 'browser', 'link'))
  await lockBook(root)
  await wipeProfiles({ dataFolder: root, onProblem: throwing })
  expect(await readFile(join(outside, 'mine.txt'), 'utf8')).toBe('mine')

  const other = await temporaryFolder()
  await symlink(outside, join(other, 'electron'))
  await lockBook(other)
  await wipeProfiles({ dataFolder: other, onProblem: throwing })
  expect(await readdir(other)).not.toContain('electron')
  expect(await readFile(join(outside, 'mine.txt'), 'utf8')).toBe('mine')
}, 30_000)

test('while another program has the book, its profile is left to it', async () => {
  const root = await withProfiles()
  const book = await openBook(root, { passphraseCost: CHEAP })
  await book.handlers['lock.enable']({ passphrase: 'a horse that eats books' })
  await wipeProfiles({ dataFolder: root, onProblem: throwing })
  expect(await readdir(root)).toContain('browser')
  await book.close()
  await wipeProfiles({ dataFolder: root, onProblem: throwing })
  expect(await readdir(root)).not.toContain('browser')
}, 30_000)

test('a profile that can’t be deleted is told, and tried again at the next start', async () => {
  const root = await withProfiles()
  await lockBook(root)
  const problems: unknown[] = []
  const disk = faultyDisk(({ what, path }) =>
    what === 'rm' && path.endsWith('browser') ? { error: systemError('EBUSY') } : undefined,
  )
  await wipeProfiles({ dataFolder: root, disk, onProblem: (error) => problems.push(error) })
  expect(problems).toMatchObject([{ code: 'EBUSY' }])
  const there = await readdir(root)
  expect([there.includes('browser'), there.includes('electron')]).toEqual([true, false])
  await wipeProfiles({ dataFolder: root, onProblem: throwing })
  expect(await readdir(root)).not.toContain('browser')
}, 30_000)

test('nothing is made of a folder without a book, or one whose key files make no sense', async () => {
  const root = join(await temporaryFolder(), 'not there')
  await wipeProfiles({ dataFolder: root, onProblem: throwing })
  await expect(readdir(root)).rejects.toThrow()
  await mkdir(join(root, 'browser'), { recursive: true })
  await writeFile(join(root, 'lock.json'), '{"wipe":["browser","../.."]}')
  const problems: unknown[] = []
  await wipeProfiles({ dataFolder: root, onProblem: (error) => problems.push(error) })
  expect(problems).toMatchObject([{ code: 'keysDamaged' }])
  expect(await readdir(root)).toEqual(['browser', 'lock.json'])
})

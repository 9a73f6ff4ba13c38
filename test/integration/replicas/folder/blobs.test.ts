import { copyFile, readdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { hashOf } from '../../../../electron/services/attachments/attachments.ts'
import { temporaryFolder } from '../../services/temporary-folder.ts'
import { aHead, aSealedCodec, everything, makeBook, openAs } from './support.ts'

const bytes = Buffer.from('the offer, signed by Živilė')
const sha256 = hashOf(bytes)

const blobFiles = async (path: string): Promise<string[]> => {
  const folder = join(path, 'fairbook-book-1', aHead().epoch, 'blobs')
  const files: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  return files
}

test.each([
  ['in the open', undefined],
  ['sealed', aSealedCodec()],
])('an attachment goes there and comes back on another device, once (%s)', async (_, codec) => {
  const path = await temporaryFolder()
  const head = aHead({ sealed: codec !== undefined })
  await makeBook(path, head)
  const opening = { head, ...(codec && { codec }) }
  const [a, b] = [openAs('a', path, opening).blobs, openAs('b', path, opening).blobs]
  expect(await b.has(sha256)).toBe(false)
  expect(await b.get(sha256)).toBeUndefined()
  await a.put(sha256, bytes)
  await b.put(sha256, bytes)
  expect(await b.has(sha256)).toBe(true)
  expect(Buffer.from((await b.get(sha256)) ?? [])).toEqual(bytes)
  expect(await blobFiles(path)).toHaveLength(1)
  if (codec !== undefined) {
    const text = await everything(path)
    expect(text).not.toContain(sha256)
    expect(text).not.toContain('offer')
  }
  // Gone for someone erased: a renamed copy and what a crash left too.
  const [file = ''] = await blobFiles(path)
  await copyFile(file, `${file} (conflicted copy)`)
  await copyFile(file, join(file, '..', '.0123abcd.part'))
  await b.remove(sha256)
  expect(await blobFiles(path)).toEqual([])
  await b.remove(sha256)
})

test('one that is damaged or cut off is not given out, and putting it again mends it', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const { blobs } = openAs('a', path)
  await blobs.put(sha256, bytes)
  const [file = ''] = await blobFiles(path)
  for (const harm of [() => truncate(file, 5), () => truncate(file, 0), () => writeFile(file, 'something else')]) {
    await harm()
    expect(await blobs.has(sha256)).toBe(false)
    expect(await blobs.get(sha256)).toBeUndefined()
    await blobs.put(sha256, bytes)
    expect(await blobs.get(sha256)).toEqual(bytes)
  }
})

test('no link leads out, and no odd name is made', async () => {
  const path = await temporaryFolder()
  const outside = await temporaryFolder()
  await makeBook(path)
  await symlink(outside, join(path, 'fairbook-book-1', aHead().epoch, 'blobs'))
  const { blobs } = openAs('a', path)
  await expect(blobs.put(sha256, bytes)).rejects.toMatchObject({ code: 'noAccess' })
  expect(await readdir(outside)).toEqual([])
  for (const name of ['../../x', '', sha256.toUpperCase()]) {
    expect(await blobs.get(name)).toBeUndefined()
    await expect(blobs.put(name, bytes)).rejects.toMatchObject({ code: 'invalidInput' })
    await blobs.remove(name)
  }
})

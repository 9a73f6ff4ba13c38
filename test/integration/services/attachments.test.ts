import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { createAttachments, hashOf } from '../../../electron/services/attachments/attachments.ts'
import { closableAttachments } from '../../../electron/services/attachments/closable.ts'
import { realDisk } from '../../../electron/services/disk/disk.ts'
import { MAX_ATTACHMENT } from '../../../shared/desktop-api.ts'
import { openBook } from './open-book.ts'
import { temporaryFolder } from './temporary-folder.ts'

const bytes = Buffer.from('an offer, signed')
const sha256 = hashOf(bytes)

test('a file is kept once under its hash and comes back the same', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root)
  const { 'attachments.put': put, 'attachments.get': get } = book.handlers
  const all = await Promise.all([put({ bytes }), put({ bytes }), put({ bytes })])
  expect(all).toEqual(Array.from({ length: 3 }, () => ({ sha256, size: bytes.length })))
  expect(Buffer.from((await get({ sha256 })).bytes)).toEqual(bytes)
  expect(await readdir(join(root, 'attachments', sha256.slice(0, 2)))).toEqual([sha256])
  await book.close()
})

test('a missing or changed file is told, and putting it again mends it', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root)
  const { 'attachments.put': put, 'attachments.get': get } = book.handlers
  await expect(get({ sha256 })).rejects.toMatchObject({ code: 'attachmentMissing', params: { name: sha256 } })
  await put({ bytes })
  const path = join(root, 'attachments', sha256.slice(0, 2), sha256)
  await writeFile(path, 'an offer, forged')
  await expect(get({ sha256 })).rejects.toMatchObject({ code: 'attachmentMissing' })
  await put({ bytes })
  expect(await readFile(path)).toEqual(bytes)
  await book.close()
})

test('what is larger than the limit is refused before it is written', async () => {
  const folder = await temporaryFolder()
  const attachments = createAttachments(realDisk, folder)
  await expect(attachments.put(new Uint8Array(MAX_ATTACHMENT + 1))).rejects.toMatchObject({
    code: 'attachmentTooLarge',
  })
  expect(await readdir(folder)).toEqual([])
})

test('links and names that are no hash are not read', async () => {
  const folder = await temporaryFolder()
  const attachments = createAttachments(realDisk, folder)
  await writeFile(join(folder, 'secret'), bytes)
  await mkdir(join(folder, sha256.slice(0, 2)))
  await symlink(join(folder, 'secret'), join(folder, sha256.slice(0, 2), sha256))
  expect(await attachments.read(sha256)).toBeUndefined()
  expect(await attachments.read('../secret')).toBeUndefined()
})

test('attachments that were closed take and give nothing, and closing waits for what is being written', async () => {
  const folder = await temporaryFolder()
  const attachments = closableAttachments(createAttachments(realDisk, folder))
  let isWritten = false
  const putting = attachments.put(bytes).then(() => {
    isWritten = true
  })
  await attachments.close()
  expect(isWritten).toBe(true)
  await putting
  for (const call of [attachments.put(bytes), attachments.read(sha256), attachments.remove(sha256), attachments.list()])
    await expect(call).rejects.toMatchObject({ code: 'cancelled' })
  expect(await createAttachments(realDisk, folder).read(sha256)).toEqual(bytes)
})

import { mkdir, readdir, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { dropOldPrints } from '../../../electron/services/pdf/print-folder.ts'
import { temporaryFolder } from '../services/temporary-folder.ts'

test('what a crash left of printed reports goes at the next start, and nothing else does', async () => {
  const root = await temporaryFolder()
  const elsewhere = await temporaryFolder()
  await writeFile(join(elsewhere, 'kept'), 'kept')
  for (const name of ['fairbook-pdf-old', 'fairbook-pdf-new', 'another-program']) {
    await mkdir(join(root, name))
    await writeFile(join(root, name, 'report.html'), 'Ona')
  }
  await symlink(elsewhere, join(root, 'fairbook-pdf-link'))
  for (const name of ['fairbook-pdf-old', 'another-program']) await utimes(join(root, name), 0, 0)
  await dropOldPrints(root)
  expect((await readdir(root)).sort()).toEqual(['another-program', 'fairbook-pdf-link', 'fairbook-pdf-new'])
  expect(await readdir(elsewhere)).toEqual(['kept'])
  await dropOldPrints(join(root, 'not there'))
})

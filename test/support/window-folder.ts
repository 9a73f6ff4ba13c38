import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { tempFolder } from './temp-folder.ts'

/** A small built window, with a secret file beside it that must never be served. */
export const windowFolder = async (): Promise<string> => {
  const parent = await tempFolder()
  const folder = join(parent, 'window')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Fairbook</title>')
  await writeFile(join(folder, 'assets', 'main-abc123.js'), 'export {}')
  await writeFile(join(parent, 'secret.txt'), 'a secret')
  await mkdir(join(parent, 'window-beside'))
  await writeFile(join(parent, 'window-beside', 'secret.txt'), 'a secret')
  await symlink(join(parent, 'secret.txt'), join(folder, 'assets', 'link.txt'))
  return folder
}

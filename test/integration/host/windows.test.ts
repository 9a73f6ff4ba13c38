import { chmod, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'

import { createWindows } from '../../../electron/browser-host/windows.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** A program in the place of a browser: it writes down that it runs, and ends when asked or when `stop` is there. */
const fakeBrowser = async (folder: string): Promise<string> => {
  const path = join(folder, 'fake-browser')
  const script = `#!${process.execPath}
const fs = require('node:fs')
fs.writeFileSync(${JSON.stringify(folder)} + '/running-' + process.pid, '')
process.on('SIGTERM', () => process.exit(0))
setInterval(() => { if (fs.existsSync(${JSON.stringify(join(folder, 'stop'))})) process.exit(1) }, 20)
`
  await writeFile(path, script)
  await chmod(path, 0o700)
  return path
}

const running = async (folder: string) => (await readdir(folder)).filter((name) => name.startsWith('running-')).length

test.skipIf(process.platform === 'win32')(
  'a window that is ended to start anew does not end the program',
  async () => {
    const folder = await tempFolder()
    const browser = await fakeBrowser(folder)
    let closed = 0
    const windows = createWindows(
      folder,
      () => {
        closed += 1
      },
      () => browser,
    )
    expect(windows.areOpen()).toBe(false)
    windows.show('http://127.0.0.1:1/')
    await vi.waitFor(async () => expect(await running(folder)).toBe(1), { timeout: 10_000 })
    expect(windows.areOpen()).toBe(true)
    await windows.end()
    expect([windows.areOpen(), closed]).toEqual([false, 0])
    windows.show('http://127.0.0.1:1/')
    await vi.waitFor(async () => expect(await running(folder)).toBe(2), { timeout: 10_000 })
    await writeFile(join(folder, 'stop'), '')
    await vi.waitFor(() => expect(closed).toBe(1), { timeout: 10_000 })
    expect(windows.areOpen()).toBe(false)
  },
  30_000,
)

test('without a browser there is nothing to start anew', async () => {
  const windows = createWindows(
    await tempFolder(),
    () => undefined,
    () => undefined,
  )
  windows.show('http://127.0.0.1:1/')
  expect(windows.areOpen()).toBe(false)
  await windows.end()
})

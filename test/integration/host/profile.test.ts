import { spawn } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { expect, onTestFinished, test } from 'vitest'

import { appArguments } from '../../../electron/browser-host/browser.ts'
import { prepareProfile } from '../../../electron/browser-host/profile.ts'
import { findBrowser } from '../../../electron/services/browser/find-browser.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { freePort } from './support.ts'

test('a profile that is there is not changed', async () => {
  const root = await tempFolder()
  prepareProfile(root)
  await writeFile(join(root, 'Default', 'Preferences'), '{"mine":true}')
  prepareProfile(root)
  expect(await readFile(join(root, 'Default', 'Preferences'), 'utf8')).toBe('{"mine":true}')
  expect((await readdir(join(root, 'Default'))).sort()).toEqual(['Preferences', 'Sessions', 'Sessions_Encrypted'])
})

const page = `<!doctype html><title>Titelonis</title>
<form action="/done"><input name="customer" /><textarea name="note"></textarea><button>go</button></form>`

const serve = async (port: number): Promise<void> => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' })
    response.end(page)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
}

const browser = findBrowser()

test.skipIf(browser === undefined)(
  'the browser writes down neither titles nor addresses nor what is typed',
  async () => {
    const [root, port, control] = [await tempFolder(), await freePort(), await freePort()]
    await serve(port)
    const profile = join(root, 'browser')
    prepareProfile(profile)
    const args = appArguments(`http://127.0.0.1:${port}/?q=Urlonis`, root)
    const child = spawn(browser ?? '', ['--headless=new', `--remote-debugging-port=${control}`, ...args], {
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
    let driven: Awaited<ReturnType<typeof chromium.connectOverCDP>> | undefined
    await expect
      .poll(
        async () => {
          driven = await chromium.connectOverCDP(`http://127.0.0.1:${control}`).catch(() => undefined)
          return driven !== undefined
        },
        { timeout: 60_000 },
      )
      .toBe(true)
    const window = driven?.contexts()[0]?.pages()[0]
    if (window === undefined) throw new Error('no window')
    await window.fill('input', 'Typedonis')
    await window.fill('textarea', 'Notesonis')
    await window.evaluate(() => history.pushState({}, '', '/customers?q=Pushonis'))
    await window.click('button')
    await window.waitForURL(/done/)
    child.kill('SIGTERM')
    await ended

    const words = ['Titelonis', 'Urlonis', 'Typedonis', 'Notesonis', 'Pushonis']
    const found: string[] = []
    for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const bytes = await readFile(join(entry.parentPath, entry.name))
      for (const word of words)
        if (bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))) found.push(`${entry.name}: ${word}`)
    }
    expect(found).toEqual([])
    // Encrypted is not enough: its key is one that every Chromium on Linux has.
    const folders = (await readdir(join(profile, 'Default'), { withFileTypes: true })).filter((entry) =>
      entry.isDirectory(),
    )
    expect(folders.map(({ name }) => name).filter((name) => /^Sessions/.test(name))).toEqual([])
  },
  120_000,
)

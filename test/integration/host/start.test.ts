import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

import { startHost } from '../../../electron/browser-host/host.ts'
import { AppError } from '../../../shared/app-error.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { windowFolder } from '../../support/window-folder.ts'
import { ask, callHost, freePort, runHost } from './support.ts'

const second = async (port: number, dataFolder: string, onOpen: () => void = () => undefined) =>
  startHost({ port, dataFolder, windowFolder: await windowFolder(), openWindow: () => undefined }, async () => {
    onOpen()
    return async () => ({ ok: true, value: {} })
  })

test('a second start opens the window of the first and does not touch the book', async () => {
  const running = await runHost()
  let touched = false
  const result = await second(running.port, running.dataFolder, () => {
    touched = true
  })
  expect(result).toBe('opened')
  const [address = ''] = running.opened
  const headers = { host: `127.0.0.1:${running.port}` }
  const enter = () => ask(running.port, { path: address.slice(running.origin.length), headers })
  const entered = await enter()
  expect(entered.status).toBe(303)
  expect(String(entered.headers['set-cookie'])).toContain(running.cookie)
  // The address stood on a command line, where every user of the machine could read it.
  expect(address).not.toContain(running.cookie.split('=')[1])
  expect((await enter()).status).toBe(403)
  expect(touched).toBe(false)
})

test('a start on another data folder says so', async () => {
  const running = await runHost()
  expect(await second(running.port, await tempFolder())).toBe('otherBook')
  expect(running.opened).toEqual([])
})

test('a port that another program holds is told apart', async () => {
  const port = await freePort()
  const stranger = createServer((_request, response) => response.end('hello'))
  await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', () => resolve()))
  onTestFinished(() => {
    stranger.close()
  })
  expect(await second(port, await tempFolder())).toBe('stranger')
})

test('only who knows the secret can ask for a window', async () => {
  const running = await runHost()
  const headers = { host: `127.0.0.1:${running.port}`, authorization: 'Bearer wrong' }
  expect((await ask(running.port, { method: 'POST', path: '/open', headers })).status).toBe(403)
  expect(running.opened).toEqual([])
})

test('the secret is new at each start and its file is for its owner only', async () => {
  const [one, two] = [await runHost(), await runHost()]
  expect(one.cookie).not.toBe(two.cookie)
  const file = join(one.dataFolder, 'host.json')
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ port: one.port })
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0)
})

test('a close waits for the call that is being answered and lets the port go', async () => {
  let finish: () => void = () => undefined
  let begun: () => void = () => undefined
  const began = new Promise<void>((resolve) => {
    begun = resolve
  })
  const running = await runHost({
    'backups.list': async () => {
      begun()
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return { backups: [] }
    },
  })
  const answer = callHost(running, 'backups.list', {})
  await began
  let closed = false
  const closing = running.host.close().then(() => {
    closed = true
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(closed).toBe(false)
  finish()
  expect((await answer).status).toBe(200)
  await closing
  const next = await second(running.port, running.dataFolder)
  if (typeof next === 'string') throw new Error(next)
  await next.close()
})

test('a book that does not open frees the port and passes its reason on', async () => {
  const [port, dataFolder, folder] = [await freePort(), await tempFolder(), await windowFolder()]
  const options = { port, dataFolder, windowFolder: folder, openWindow: () => undefined }
  const failing = startHost(options, async () => {
    throw new AppError('bookInUse')
  })
  await expect(failing).rejects.toMatchObject({ code: 'bookInUse' })
  const next = await second(port, dataFolder)
  if (typeof next === 'string') throw new Error(next)
  await next.close()
})

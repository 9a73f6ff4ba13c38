import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'

import { emitPreventable } from '../../../support/electron/emitter.ts'
import { FakeSession } from '../../../support/electron/session.ts'
import { start, windowOf } from './support.ts'

test('the window is sandboxed, isolated, without Node and without webviews', async () => {
  const fake = await start()
  expect(windowOf(fake).options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
  })
  expect(fake.app.sandboxed).toBe(true)
})

test('the scheme is registered as standard and secure before the app is ready', async () => {
  const { app, protocol } = await start()
  expect(app.order.indexOf('scheme')).toBeLessThan(app.order.indexOf('ready'))
  expect(protocol.privileged).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }])
  expect(protocol.privileged[0]?.privileges['bypassCSP']).toBeUndefined()
})

test('the window is loaded from our origin, with the policy', async () => {
  const fake = await start()
  const { loaded } = windowOf(fake)
  expect(loaded).toBe('app://fairbook/')
  const answer = await fake.session.protocol.fetch('app://fairbook/customers/1')
  expect(await answer.text()).toContain('<title>Fairbook</title>')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
})

test.each([
  'app://fairbook/..%2fsecret.txt',
  'app://fairbook/%2e%2e%2fsecret.txt',
  'app://fairbook/assets/..%5c..%5csecret.txt',
  'app://fairbook/assets/link.txt',
  'app://evil/index.html',
  'app://fairbook.evil/index.html',
])('%s is not served', async (url) => {
  const { session } = await start()
  const answer = await session.protocol.fetch(url)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(await answer.text()).toBe('')
})

test('the scheme only reads', async () => {
  const { session } = await start()
  expect((await session.protocol.fetch('app://fairbook/', 'POST')).status).toBe(403)
})

test('navigation stays in our page; frames, redirects, webviews and new windows are denied', async () => {
  const { webContents } = windowOf(await start())
  const goes = (event: string, url: string, isMainFrame = true) =>
    !emitPreventable(webContents, event, { url, isMainFrame })
  expect(goes('will-navigate', 'app://fairbook/deals')).toBe(true)
  for (const url of [
    'https://evil.example/',
    'file:///etc/passwd',
    'app://fairbook.evil/',
    'data:text/html,x',
    'nonsense',
  ])
    expect(goes('will-navigate', url)).toBe(false)
  expect(goes('will-frame-navigate', 'app://fairbook/', false)).toBe(false)
  expect(goes('will-redirect', 'app://fairbook/')).toBe(false)
  expect(goes('will-attach-webview', '')).toBe(false)
  expect(webContents.opens('https://example.com/')).toBe('deny')
  expect(webContents.opens('app://fairbook/')).toBe('deny')
})

const ours = { isMainFrame: true, requestingUrl: 'app://fairbook/deals' }

test('camera, notifications and lasting storage are granted to our page, and to nobody else', async () => {
  const { session } = await start()
  expect(await session.asks('media', { ...ours, mediaTypes: ['video'] })).toBe(true)
  expect(session.checks('media', 'app://fairbook', { isMainFrame: true, mediaType: 'video' })).toBe(true)
  for (const permission of ['notifications', 'persistent-storage']) {
    expect(await session.asks(permission, ours)).toBe(true)
    expect(session.checks(permission, 'app://fairbook', ours)).toBe(true)
    for (const requestingUrl of ['https://evil.example/', 'app://fairbook.evil/', ''])
      expect(await session.asks(permission, { ...ours, requestingUrl })).toBe(false)
    expect(session.checks(permission, 'https://evil.example', ours)).toBe(false)
    expect(await session.asks(permission, { ...ours, isMainFrame: false })).toBe(false)
    expect(session.checks(permission, 'app://fairbook', { isMainFrame: false })).toBe(false)
  }
})

test('every other permission is denied, at the request and at the check', async () => {
  const { session } = await start()
  for (const mediaTypes of [['audio'], ['video', 'audio'], [], undefined])
    expect(await session.asks('media', { ...ours, mediaTypes })).toBe(false)
  expect(session.checks('media', 'app://fairbook', { isMainFrame: true, mediaType: 'audio' })).toBe(false)
  expect(session.checks('media', 'app://fairbook', { isMainFrame: true, mediaType: 'unknown' })).toBe(false)
  for (const permission of [
    'geolocation',
    'clipboard-read',
    'fileSystem',
    'openExternal',
    'usb',
    'hid',
    'display-capture',
  ]) {
    expect(await session.asks(permission, { ...ours, mediaTypes: ['video'] })).toBe(false)
    expect(session.checks(permission, 'app://fairbook', { isMainFrame: true, mediaType: 'video' })).toBe(false)
  }
  expect(session.asksDevice()).toBe(false)
})

test('a session that is made later is restricted too', async () => {
  const { app } = await start()
  const later = new FakeSession()
  app.emit('session-created', later)
  expect(await later.asks('geolocation', ours)).toBe(false)
})

test('a second start quits without touching anything, and the first one comes forward', async () => {
  const second = await start({}, ({ app }) => {
    app.hasLock = false
  })
  expect(second.app.quits).toBe(1)
  expect(second.windows).toHaveLength(0)
  expect(second.app.order).toEqual(['lock'])

  const first = await start()
  const window = windowOf(first)
  window.minimized = true
  first.app.emit('second-instance')
  expect(first.windows).toHaveLength(1)
  expect(window.minimized).toBe(false)
  expect(window.focused).toBe(1)
})

test('the lock and the window’s storage lie in the data folder', async () => {
  const { app, dataFolder } = await start()
  expect(app.paths['userData']).toBe(join(dataFolder, 'electron'))
})

test('the end waits until the services have written everything', async () => {
  const { app, session, closed } = await start()
  expect(emitPreventable(app, 'will-quit')).toBe(true)
  expect(session.flushed).toBe(1)
  await vi.waitFor(() => expect(app.exitCode).toBe(0))
  expect(closed()).toBe(1)
})

test('a window is saved where it was left and opens there again', async () => {
  const { dataFolder, ...fake } = await start()
  const window = windowOf(fake)
  window.bounds = { x: 40, y: 50, width: 900, height: 700 }
  window.maximized = true
  window.close()
  expect(JSON.parse(readFileSync(join(dataFolder, 'window.json'), 'utf8'))).toEqual({
    bounds: { x: 40, y: 50, width: 900, height: 700 },
    maximized: true,
  })
  fake.app.emit('activate')
  const again = fake.windows[1]
  expect(again?.options).toMatchObject({ x: 40, y: 50, width: 900, height: 700, show: false })
  again?.emit('ready-to-show')
  expect(again?.maximized).toBe(true)
  expect(again?.visible).toBe(true)
})

test('a file that is damaged is no reason not to open', async () => {
  const { dataFolder, ...fake } = await start()
  windowOf(fake).destroy()
  writeFileSync(join(dataFolder, 'window.json'), '{"bounds": 1')
  fake.app.emit('activate')
  expect(fake.windows).toHaveLength(2)
})

test('a window that stopped is offered to be loaded again, once', async () => {
  const fake = await start()
  const { webContents } = windowOf(fake)
  webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
  webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
  await vi.waitFor(() => expect(webContents.reloads).toBe(1))
  expect(fake.state.questions).toEqual(['The window stopped working'])
  webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
  expect(fake.state.questions).toHaveLength(1)
})

test('a window that hangs is ended before it is loaded again, or waited for', async () => {
  const fake = await start()
  const window = windowOf(fake)
  window.emit('unresponsive')
  await vi.waitFor(() => expect(window.webContents.reloads).toBe(1))
  expect(window.webContents.ended).toBe(1)
  fake.state.answer = 1
  window.emit('unresponsive')
  await vi.waitFor(() => expect(fake.state.questions).toHaveLength(2))
  expect(window.webContents.ended).toBe(1)
})

test('what is saved from the window asks for a place, and its name can’t choose one', async () => {
  const { session } = await start()
  const asked: unknown[] = []
  session.emit(
    'will-download',
    {},
    {
      getFilename: () => '../../etc/customers.csv',
      setSaveDialogOptions: (options: unknown) => asked.push(options),
    },
  )
  expect(asked).toEqual([{ defaultPath: join('/downloads', 'customers.csv') }])
})

test('a book that does not open ends the program with its reason', async () => {
  const fake = await start({}, ({ app }) => {
    app.locale = 'lt-LT'
    app.getVersion = () => {
      throw new Error('no such thing')
    }
  })
  expect(fake.errors).toEqual(['Nepavyko paleisti „Fairbook“: no such thing'])
  expect(fake.app.exitCode).toBe(1)
  expect(fake.windows).toHaveLength(0)
})

test('a report is printed without script, in a session of its own that reads nothing else, and is cleaned up', async () => {
  const fake = await start()
  const { printInWindow } = await import('../../../../electron/main/print.ts')
  const pdf = await printInWindow('<p>report</p>')
  expect(new TextDecoder().decode(pdf)).toBe('%PDF-fake')
  const printer = fake.windows[1]
  expect(printer?.options.webPreferences).toMatchObject({ javascript: false, sandbox: true, nodeIntegration: false })
  expect(printer?.options.show).toBe(false)
  expect(printer?.webContents.session).not.toBe(fake.session)
  expect(printer?.webContents.printed).toMatchObject({ preferCSSPageSize: true, printBackground: true })
  const reads = (url: string) => {
    let cancelled = true
    printer?.webContents.session.beforeRequest?.({ url }, ({ cancel }) => {
      cancelled = cancel
    })
    return !cancelled
  }
  expect(reads(printer?.loaded ?? '')).toBe(true)
  expect(reads('file:///etc/passwd')).toBe(false)
  expect(reads('https://example.com/')).toBe(false)
  expect(printer?.destroyed).toBe(true)
  expect(existsSync(new URL(printer?.loaded ?? ''))).toBe(false)
})

test('a report that can’t be printed says so and leaves no window', async () => {
  const fake = await start()
  fake.state.failToLoad = true
  const { printInWindow } = await import('../../../../electron/main/print.ts')
  await expect(printInWindow('x')).rejects.toMatchObject({ code: 'pdfFailed' })
  expect(fake.windows[1]?.destroyed).toBe(true)
})

test('a data folder that can not be used is told, and the program ends', async () => {
  const { app, errors, windows } = await start({}, (_fake, dataFolder) =>
    writeFileSync(join(dataFolder, 'electron'), ''),
  )
  expect(errors).toHaveLength(1)
  expect(app.exitCode).toBe(1)
  expect(windows).toEqual([])
})

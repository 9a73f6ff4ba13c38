import { expect, test, vi } from 'vitest'
import type { BookHandlers } from '../../../../electron/services/host-handlers.ts'
import { connectDesktop } from '../../../../renderer/desktop/index.ts'
import { BRIDGE, CALL_CHANNEL } from '../../../../shared/desktop-bridge.ts'
import { type Started, start, windowOf } from './support.ts'

/** A start whose window is loaded, with the window's own view of the desktop side. */
const connected = async (book: Partial<BookHandlers> = {}) => {
  const fake = await start(book)
  const { webContents } = windowOf(fake)
  fake.ipc.callFrom(webContents.mainFrame, webContents)
  await import('../../../../electron/preload/preload.ts')
  Reflect.set(globalThis, BRIDGE, fake.exposed[BRIDGE])
  const desktop = connectDesktop()
  Reflect.deleteProperty(globalThis, BRIDGE)
  return { fake, desktop }
}

test('a call goes from the window through preload and main process to the service and back, bytes and all', async () => {
  const { desktop } = await connected({
    'attachments.put': async ({ bytes }) => ({ sha256: 'a'.repeat(64), size: bytes.length }),
    'attachments.get': async () => ({ bytes: new Uint8Array([7, 8, 9]) }),
  })
  expect(await desktop.call('attachments.put', { bytes: new Uint8Array(5) })).toEqual({
    sha256: 'a'.repeat(64),
    size: 5,
  })
  expect(await desktop.call('attachments.get', { sha256: 'a'.repeat(64) })).toEqual({
    bytes: new Uint8Array([7, 8, 9]),
  })
  expect(await desktop.call('host.info', {})).toMatchObject({ host: 'electron', version: '1.2.3' })
})

test('an error of a service arrives with its code, any other as internal', async () => {
  const { desktop } = await connected({
    'backups.list': async () => {
      // The class of this start: each has modules of its own.
      const { AppError } = await import('../../../../shared/app-error.ts')
      throw new AppError('readOnly', { path: '/x' })
    },
    'journal.pull': async () => {
      throw new TypeError('a fault of ours')
    },
  })
  await expect(desktop.call('backups.list', {})).rejects.toMatchObject({ code: 'readOnly', params: { path: '/x' } })
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await expect(desktop.call('journal.pull', { bookId: 'b', after: null, limit: 1 })).rejects.toMatchObject({
    code: 'internal',
  })
  expect(String(log.mock.calls[0]?.[0])).toContain('a fault of ours')
  log.mockRestore()
})

const frame = (url: string, more: object = {}) => ({ url, parent: null, isDestroyed: () => false, ...more })

const strangers: readonly (readonly [string, (fake: Started) => ReturnType<typeof frame> | null])[] = [
  ['a frame inside our page', (fake) => frame('app://fairbook/', { parent: windowOf(fake).webContents.mainFrame })],
  ['a page of the web', () => frame('https://evil.example/')],
  ['a page whose host starts like ours', () => frame('app://fairbook.evil/')],
  ['a file', () => frame('file:///app/index.html')],
  ['a frame that is gone', () => null],
  ['a frame that was destroyed', () => frame('app://fairbook/', { isDestroyed: () => true })],
]

test.each(strangers)('a call is refused from %s', async (_who, senderOf) => {
  let called = false
  const { fake } = await connected({
    'backups.list': async () => {
      called = true
      return { backups: [] }
    },
  })
  const stranger = senderOf(fake)
  // As its own window's main frame, so that only what it is tells it apart.
  fake.ipc.callFrom(stranger, { mainFrame: stranger?.parent ?? stranger ?? frame('app://fairbook/') })
  const answer = await fake.ipc.ipcRenderer.invoke(CALL_CHANNEL, 'backups.list', {})
  expect(answer).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  expect(called).toBe(false)
})

test('what does not parse never reaches a service', async () => {
  const { fake } = await connected({
    'journal.pull': async () => {
      throw new Error('reached')
    },
  })
  for (const [name, input] of [
    ['journal.pull', { bookId: 'b', after: 3, limit: 1 }],
    ['journal.pull', undefined],
    ['__proto__', {}],
    [42, {}],
  ])
    expect(await fake.ipc.ipcRenderer.invoke(CALL_CHANNEL, name, input)).toMatchObject({
      error: { code: 'invalidInput' },
    })
})

test('the window is given two functions and no way to another channel', async () => {
  const { fake } = await connected()
  expect(Object.keys(fake.exposed)).toEqual([BRIDGE])
  expect(fake.exposed[BRIDGE]).toEqual({ call: expect.any(Function), onMenu: expect.any(Function) })
  expect(fake.ipc.channels()).toEqual([CALL_CHANNEL])
})

test('a menu command reaches the window without the event that leads to the channel, until it stops listening', async () => {
  const { fake, desktop } = await connected()
  const heard: unknown[][] = []
  const stop = desktop.onMenu((...args: unknown[]) => heard.push(args))
  const file = fake.menus.at(-1)?.[0]?.submenu
  if (!Array.isArray(file)) throw new Error('no file menu')
  const choose = () => Reflect.apply(file[0]?.click ?? (() => undefined), undefined, [])
  choose()
  fake.ipc.send('fairbook:menu', 'notACommand')
  stop()
  choose()
  expect(heard).toEqual([['newCustomer']])
})

test('only addresses that are safe to open are opened', async () => {
  const { fake, desktop } = await connected()
  for (const url of ['https://example.com/a', 'mailto:a@example.com', 'tel:+37061234567'])
    await desktop.call('shell.open', { url })
  expect(fake.opened).toEqual(['https://example.com/a', 'mailto:a@example.com', 'tel:+37061234567'])
  for (const url of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/x',
    'ms-settings:',
    'C:\\calc.exe',
    'x',
    '',
  ])
    await expect(desktop.call('shell.open', { url })).rejects.toMatchObject({ code: 'urlNotAllowed' })
  expect(fake.opened).toHaveLength(3)
})

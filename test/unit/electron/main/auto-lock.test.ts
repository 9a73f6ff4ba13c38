import { expect, test, vi } from 'vitest'

import { start, windowOf } from './support.ts'

const startWith = async (enabled: boolean, isLocked = false) => {
  let locked = isLocked
  let closed = 0
  const fake = await start({
    'lock.state': async () => ({ enabled, locked, minutes: 15, wait: 0 }),
    'lock.close': async () => {
      closed += 1
      locked = true
      return {}
    },
  })
  return { ...fake, timesClosed: () => closed }
}

test.each(['suspend', 'lock-screen'])('on %s a book with a passphrase locks, and its window is told', async (event) => {
  const fake = await startWith(true)
  fake.powerMonitor.emit(event)
  await vi.waitFor(() => expect(fake.timesClosed()).toBe(1))
  expect(windowOf(fake).webContents.sent).toContainEqual(['fairbook:menu', 'lock'])
  fake.powerMonitor.emit(event)
  await new Promise((resolve) => setImmediate(resolve))
  expect(fake.timesClosed()).toBe(1)
})

test('a book without one is left alone', async () => {
  const fake = await startWith(false)
  fake.powerMonitor.emit('suspend')
  await new Promise((resolve) => setImmediate(resolve))
  expect(fake.timesClosed()).toBe(0)
  expect(windowOf(fake).webContents.sent).toEqual([])
})

test('a restart ends the program and starts it again', async () => {
  const fake = await startWith(true)
  const contents = windowOf(fake).webContents
  fake.ipc.callFrom(contents.mainFrame, contents)
  expect(await fake.ipc.ipcRenderer.invoke('fairbook:call', 'host.restart', {})).toEqual({
    ok: true,
    value: { restarts: true },
  })
  expect(fake.app.relaunches).toBe(1)
  await vi.waitFor(() => expect(fake.app.quits).toBe(1))
})

import { expect, test } from './support/fixtures.ts'
import { makeDataFolder, removeFolder, startHostProcess } from './support/host.ts'

test('the window runs under its policy, isolated, with its secret out of the address and of reach of scripts', async ({
  window,
}) => {
  await expect(window).toHaveTitle(/Fairbook/)
  expect(window.url()).not.toContain('k=')
  expect(await window.evaluate(() => document.cookie)).toBe('')
  expect(await window.evaluate(() => crossOriginIsolated)).toBe(true)
})

test('a page of another origin can neither read the window nor call the desktop side', async ({ host, context }) => {
  const stranger = await context.newPage()
  // The window's own browser, its cookie included: only the origin tells them apart.
  await stranger.goto(host.address)
  const other = await startHostProcess({ dataFolder: await makeDataFolder() })
  try {
    await stranger.route('**/stranger', (route) => route.fulfill({ contentType: 'text/html', body: '<p>stranger' }))
    await stranger.goto(`http://127.0.0.1:${other.port}/stranger`)
    const result = await stranger.evaluate(async (origin) => {
      const call = (init: RequestInit) =>
        fetch(`${origin}/api/backups.list`, { method: 'POST', credentials: 'include', body: 'x', ...init }).then(
          (answer) => `${answer.type} ${answer.status}`,
          () => 'refused',
        )
      return [await call({}), await call({ mode: 'no-cors' })]
    }, `http://127.0.0.1:${host.port}`)
    expect(result).toEqual(['refused', 'refused'])
    const framed = await stranger.evaluate(async (origin) => {
      const frame = document.createElement('iframe')
      frame.src = origin
      document.body.append(frame)
      await new Promise((resolve) => frame.addEventListener('load', resolve))
      return frame.contentDocument === null
    }, `http://127.0.0.1:${host.port}`)
    expect(framed).toBe(true)
    const frame = stranger.frames().find((candidate) => candidate !== stranger.mainFrame())
    expect(frame?.url()).toMatch(/^chrome-error:/)
  } finally {
    await other.stop()
    await removeFolder(other.dataFolder)
  }
})

test('a second start says that it is running, and the end lets the folder go', async ({ host }) => {
  const second = startHostProcess({ dataFolder: host.dataFolder, port: host.port })
  await expect(second).rejects.toThrow('the host ended with 0: Fairbook is running already; its window opens again.')
  expect(await host.stop()).toBe(0)
  const again = await startHostProcess({ dataFolder: host.dataFolder, port: host.port })
  expect(again.address).not.toBe(host.address)
  expect(await again.stop()).toBe(0)
})

import { type ElectronApplication, _electron as electron, expect, type Page, test } from '@playwright/test'

import { electronBinary } from '../../build/electron-binary.ts'
import { root } from '../../build/run.ts'
import { sandboxArguments } from '../../electron/services/browser/arguments.ts'
import { makeDataFolder, removeFolder } from './support/host.ts'

const executablePath = electronBinary()
const mustRun = process.env['FAIRBOOK_REQUIRE_ELECTRON'] === '1'

test.skip(!executablePath && !mustRun, 'Electron’s binary is not installed here; CI runs this suite with it')

// Of one program, only one runs at a time.
test.describe.configure({ mode: 'default' })

let dataFolder: string
let program: ElectronApplication
let window: Page

const launch = (): Promise<ElectronApplication> => {
  if (!executablePath) throw new Error('Electron’s binary is missing: node node_modules/electron/install.js')
  return electron.launch({
    executablePath,
    args: [...sandboxArguments(), root],
    env: { ...process.env, FAIRBOOK_DATA: dataFolder },
  })
}

test.beforeEach(async () => {
  dataFolder = await makeDataFolder()
  program = await launch()
  window = await program.firstWindow()
  await window.waitForLoadState('load')
})

test.afterEach(async () => {
  await program.close()
  await removeFolder(dataFolder)
})

const call = (name: string, input: unknown): Promise<unknown> =>
  window.evaluate(([callName, given]) => Reflect.get(globalThis, 'fairbook').call(callName, given), [name, input])

test('the window comes from its own origin, isolated and without Node', async () => {
  const seen = await window.evaluate(() => ({
    origin: location.origin,
    secure: isSecureContext,
    isolated: crossOriginIsolated,
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    bridge: Object.keys(Reflect.get(globalThis, 'fairbook')),
  }))
  expect(seen).toEqual({
    origin: 'app://fairbook',
    secure: true,
    isolated: true,
    node: [],
    bridge: ['call', 'onMenu'],
  })
  const processes = await program.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter((metric) => metric.type === 'Tab')
      .map((metric) => metric.sandboxed),
  )
  // Linux as root can't sandbox and doesn't tell; the other systems do.
  if (process.platform !== 'linux') expect(processes).toEqual([true])
})

test('a call goes to the services and back; what does not parse is refused', async () => {
  expect(await call('host.info', {})).toMatchObject({ ok: true, value: { host: 'electron', dataFolder } })
  expect(await call('journal.pull', { limit: 'x' })).toMatchObject({ ok: false, error: { code: 'invalidInput' } })
  expect(await call('shell.open', { url: 'file:///etc/passwd' })).toMatchObject({ error: { code: 'urlNotAllowed' } })
})

test('the policy refuses the network, inline script and eval', async () => {
  const refused = await window.evaluate(async () => {
    const fetched = await fetch('https://example.com/').then(
      () => true,
      () => false,
    )
    const script = document.createElement('script')
    script.textContent = 'globalThis.ran = true'
    document.head.append(script)
    let evaluated = true
    try {
      new Function('return 1')()
    } catch {
      evaluated = false
    }
    return { fetched, ran: 'ran' in globalThis, evaluated }
  })
  expect(refused).toEqual({ fetched: false, ran: false, evaluated: false })
})

test('the page does not leave and opens nothing', async () => {
  const opened = await window.evaluate(() => globalThis.open('https://example.com/') !== null)
  expect(opened).toBe(false)
  await window.evaluate(() => {
    location.href = 'https://example.com/'
  })
  await window.waitForTimeout(500)
  expect(window.url()).toMatch(/^app:\/\/fairbook\//)
  expect(program.windows()).toHaveLength(1)
})

test('only camera and notifications are granted', async () => {
  const states = await window.evaluate(async () => {
    const names = ['camera', 'microphone', 'geolocation', 'notifications']
    const asked = names.map(async (name) => (await navigator.permissions.query(JSON.parse(`{"name":"${name}"}`))).state)
    return Promise.all(asked)
  })
  expect(states).toEqual(['granted', 'denied', 'denied', 'granted'])
})

test('a report is printed to PDF', async () => {
  const answer = await window.evaluate(async () => {
    const { ok, value } = await Reflect.get(globalThis, 'fairbook').call('pdf.print', { html: '<h1>Ąžuolas</h1>' })
    return { ok, head: new TextDecoder().decode(value?.bytes.slice(0, 5)) }
  })
  expect(answer).toEqual({ ok: true, head: '%PDF-' })
})

test('a second start ends and leaves the first one its book', async () => {
  const second = await launch().catch(() => undefined)
  await second?.waitForEvent('close').catch(() => undefined)
  expect(program.windows()).toHaveLength(1)
  expect(await call('host.info', {})).toMatchObject({ ok: true })
})

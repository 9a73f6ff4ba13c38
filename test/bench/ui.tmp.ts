import { build } from 'vite'
import { windowBundle } from '../../build/bundles.ts'
import { inBrowser } from './browser.ts'
import { startHost } from './host.ts'
import { addProbe } from './probe.ts'
const folder = '/tmp/bench/p'
if (process.env.BUILD) await build({ ...windowBundle, configFile: false, logLevel: 'error', build: { ...windowBundle.build, outDir: folder + '/b/window', minify: false } })
const builds = { window: folder + '/b/window', host: folder + '/b/host', page: folder + '/b/page' }
const host = await startHost(builds, 'window', folder + '/data2000', 47671)
const top = (profile: any, label: string, times: number[]) => {
  const by = new Map<any, any>(profile.nodes.map((n: any) => [n.id, n]))
  const parent = new Map<number, number>(); for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id)
  const self = new Map<string, number>(), incl = new Map<string, number>()
  profile.samples.forEach((id: number, i: number) => {
    const d = profile.timeDeltas[i]; const key = (n: any) => `${n.callFrame.functionName || '?'}:${n.callFrame.lineNumber}`
    self.set(key(by.get(id)), (self.get(key(by.get(id))) ?? 0) + d)
    const seen = new Set<string>()
    for (let at: number | undefined = id; at !== undefined; at = parent.get(at)) { const k = key(by.get(at)); if (!seen.has(k)) { seen.add(k); incl.set(k, (incl.get(k) ?? 0) + d) } }
  })
  console.log(label, times.map((t) => Math.round(t)).join(' '))
  const n = times.length
  for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 16)) console.log('   self', (v / 1000 / n).toFixed(2), k)
  for (const [k, v] of [...incl].sort((a, b) => b[1] - a[1]).slice(0, 60)) console.log('   incl', (v / 1000 / n).toFixed(2), k)
}
try {
  await inBrowser(folder + '/profile2000', host.address, async (page) => {
    await addProbe(page)
    await page.goto('http://127.0.0.1:47671/customers')
    await page.evaluate(() => window.probe.when(window.probe.listed))
    await page.waitForTimeout(5000)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 200 })
    const times: number[] = [], keys: number[] = []
    for (let i = 0; i < 12; i += 1) {
      await page.locator('nav a[href="/deals"]').click(); await page.waitForTimeout(500)
      if (i === 2) await cdp.send('Profiler.start')
      const t = await page.evaluate(async () => { const f = performance.now(); document.querySelector<HTMLElement>('nav a[href="/customers"]')?.click(); const marks: number[] = []; const g = await window.probe.when(() => { const r = location.pathname === '/customers' && document.querySelector('[role=grid] [role=row][aria-rowindex="2"]') !== null; if (r && marks.length === 0) marks.push(performance.now() - f); return location.pathname === '/customers' && window.probe.listed() }); return [g - f, ...marks] })
      if (i >= 2) { times.push(t[0]!); console.log(t.map((x) => x.toFixed(0)).join(' ')) }
    }
    top((await cdp.send('Profiler.stop')).profile, 'switch', times)
    const box = page.getByRole('searchbox')
    await cdp.send('Profiler.start')
    for (const text of ['jo', 'ko', 'ma', 'ru', 'el', 'sa']) {
      await box.fill(''); await page.waitForTimeout(400)
      for (const letter of text) {
        const shown = page.evaluate(() => { const many = () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount'); const b = many(); let p = 0; addEventListener('keydown', (e) => (p = e.timeStamp), { once: true, capture: true }); return window.probe.when(() => p > 0 && many() !== b && window.probe.listed()).then((t) => t - p) })
        await box.press(letter); keys.push(await shown)
      }
    }
    top((await cdp.send('Profiler.stop')).profile, 'keys', keys)
  })
} finally { await host.stop() }

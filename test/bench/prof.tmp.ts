import { writeFileSync } from 'node:fs'
import { buildAll, servePage } from './builds.ts'
import { inBrowser } from './browser.ts'
import { startHost } from './host.ts'
const [what = 'save', skipBuild] = process.argv.slice(6)
const folder = '/tmp/bench/p'
const builds = skipBuild ? { window: folder + '/b/window', host: folder + '/b/host', page: folder + '/b/page' } : await buildAll(folder + '/b')
import { build } from 'vite'
if (skipBuild === 'page') await build({ configFile: false, logLevel: 'error', root: '/work/main/test/bench/page', worker: { format: 'es' }, build: { outDir: folder + '/b/page', emptyOutDir: true, target: 'chrome140', minify: false } })
const fresh = process.env.FRESH
const tag = process.env.TAG ?? 'x'
const size = Number(process.env.SIZE ?? 2000)
const host = await startHost(builds, 'page', folder + '/data' + size, 47671)
const server = await servePage(builds.page, 47670)
try {
  await inBrowser(folder + '/profile' + size, host.address, async (page) => {
    if (fresh) {
      for (const [who, port] of [['fairbook', 47671], ['raw', 47670]] as const) {
        await page.goto(`http://127.0.0.1:${port}/?who=${who}&task=load&size=${size}`)
        await page.evaluate(() => globalThis.result)
      }
    }
    for (const [who, port] of [['fairbook', 47671], ['raw', 47670], ['fairbook', 47671], ['raw', 47670]] as const) {
      await page.goto(`http://127.0.0.1:${port}/?who=${who}&task=none&size=${size}`)
      const cdp = await page.context().newCDPSession(page)
      await cdp.send('Profiler.enable')
      await cdp.send('Profiler.setSamplingInterval', { interval: 100 })
      await cdp.send('Profiler.start')
      await page.goto(`http://127.0.0.1:${port}/?who=${who}&task=measure&size=${size}&runs=${process.env.RUNS ?? 150}&only=${what}`)
      const r = (await page.evaluate(() => globalThis.result)) as any
      for (const [k, v] of Object.entries(r.times as Record<string, number[]>)) {
        const s = [...v].sort((a, b) => a - b)
        console.log(who, k, 'median', s[s.length >> 1]?.toFixed(2), 'p10', s[Math.floor(s.length / 10)]?.toFixed(2))
      }
      const { profile } = await cdp.send('Profiler.stop')
      if (who === 'fairbook') {
        writeFileSync(`/tmp/bench/${tag}.cpuprofile`, JSON.stringify(profile))
        const self = new Map<string, number>()
        const byId = new Map(profile.nodes.map((n) => [n.id, n]))
        let total = 0
        profile.samples!.forEach((id, i) => {
          const n = byId.get(id)!
          const k = `${n.callFrame.functionName}@${n.callFrame.url.split('/').pop()}:${n.callFrame.lineNumber}:${n.callFrame.columnNumber}`
          const d = profile.timeDeltas![i]!
          if (!k.startsWith('(idle)')) total += d
          self.set(k, (self.get(k) ?? 0) + d)
        })
        console.log('busy ms', total / 1000)
        for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, Number(process.env.TOP ?? 14))) console.log('  ', (v / 1000).toFixed(1), k)
      }
    }
  })
} finally { await host.stop(); await server.close() }

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { inBrowser } from './browser.ts'
import type { Builds } from './builds.ts'
import { startHost } from './host.ts'
import { addProbe } from './probe.ts'
import type { Line } from './report.ts'
import { say, settings } from './settings.ts'
import type { Place } from './window.ts'

const WORKER = /\.worker-/

/** What the first screen (Today) needs: the scripts that were loaded when its heading stood, gzipped. */
export const bundleLines = async (builds: Builds, { profile, data }: Place): Promise<Line[]> => {
  say('first screen: size of its scripts')
  const host = await startHost(builds, 'window', data, settings.port + 1)
  try {
    const scripts = await inBrowser(profile, host.address, async (page) => {
      await addProbe(page)
      await page.goto(`http://127.0.0.1:${settings.port + 1}/`)
      return page.evaluate(() => window.probe.scripts)
    })
    const kilobytes = (wanted: (path: string) => boolean): number =>
      [...new Set(scripts)]
        .filter(wanted)
        .reduce((sum, path) => sum + gzipSync(readFileSync(join(builds.window, path))).length, 0) / 1000
    return [
      {
        what: 'first screen (Today): JavaScript, gzipped (kB)',
        fairbook: kilobytes((path) => !WORKER.test(path)),
        aim: { to: 'self', below: 400, says: 'under 400 kB' },
      },
      { what: 'the read model’s worker beside it, gzipped (kB)', fairbook: kilobytes((path) => WORKER.test(path)) },
    ]
  } finally {
    await host.stop()
  }
}

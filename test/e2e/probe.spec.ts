import { test } from './support/fixtures.ts'
import { visit, pages, settle } from './support/window.ts'
import { writeFile } from 'node:fs/promises'
test('probe', async ({ window }) => {
  let out = ''
  for (const p of pages) { const t = Date.now(); await visit(window, p); await settle(window); out += `\n===== ${p} ${Date.now()-t}\n` + await window.locator('body').ariaSnapshot(); await window.screenshot({ path: `/tmp/e2e-shots/${p.replaceAll('/', '_')}.png` }) }
  await writeFile('/tmp/e2e-shots/aria.txt', out)
})

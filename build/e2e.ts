import { ensureTestBrowser } from './browser.ts'
import { ensureBundle } from './bundle.ts'
import { runModule } from './run.ts'

/** Runs the tests of the real window; arguments go on to Playwright. */
const browser = await ensureTestBrowser()
if (!browser) process.exit(1)
await ensureBundle()
process.exitCode = await runModule(
  '@playwright/test/cli.js',
  ['test', '--config', 'test/e2e/playwright.config.ts', ...process.argv.slice(2)],
  { env: { FAIRBOOK_BROWSER: browser } },
)

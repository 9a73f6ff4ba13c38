import { defineConfig } from '@playwright/test'

import { quietArguments, sandboxArguments } from '../../electron/services/browser/arguments.ts'
import { findBrowser } from '../../electron/services/browser/find-browser.ts'

const executablePath = findBrowser()

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  globalSetup: './support/books.ts',
  // Each test has a host, a data folder and a window of its own; so no long file is left for one worker at the end.
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1350, height: 820 },
    locale: 'en-GB',
    timezoneId: 'Europe/Vilnius',
    reducedMotion: 'reduce',
    // What was done, said and asked for. Pictures and copies of every page cost nearly as much as the tests: `--trace on`.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      args: ['--disable-gpu', '--disable-quic', ...quietArguments, ...sandboxArguments()],
      ...(executablePath && { executablePath }),
    },
  },
})

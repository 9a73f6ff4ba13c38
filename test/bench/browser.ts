import { type BrowserContext, chromium, type Page } from '@playwright/test'

import { findBrowser } from '../../electron/services/browser/find-browser.ts'
import { browserArguments } from '../support/browser-arguments.ts'

/** A task that takes longer than this hangs. */
const DEADLINE_MS = 300_000

const within = async <T>(what: string, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not end within ${DEADLINE_MS / 1000} s`)), DEADLINE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const launch = (profile: string): Promise<BrowserContext> => {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no Chrome, Chromium or Edge was found')
  return chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...browserArguments],
    viewport: { width: 1280, height: 800 },
    // Months begin at the same moment for every contestant.
    env: { ...process.env, TZ: 'UTC' },
  })
}

/**
 * Runs some work in a fresh browser over a profile and closes it.
 * @param address with the host's secret where there is one: its cookie is fetched before the page opens
 */
export const inBrowser = async <T>(
  profile: string,
  address: string | undefined,
  work: (page: Page) => Promise<T>,
): Promise<T> => {
  const context = await launch(profile)
  try {
    if (address !== undefined) await context.request.get(address)
    const page = context.pages()[0] ?? (await context.newPage())
    return await within(address ?? profile, work(page))
  } finally {
    await context.close()
  }
}

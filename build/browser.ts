import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

import { isRoot } from '../electron/services/browser/arguments.ts'
import { findBrowser } from '../electron/services/browser/find-browser.ts'
import { run, say } from './run.ts'

/** What the tests need on top of a browser: a font with Persian and Lithuanian letters, and a reader of PDF text. */
const TEST_PACKAGES = ['fonts-noto-core', 'poppler-utils']

const canApt = (): boolean => process.platform === 'linux' && isRoot() && existsSync('/usr/bin/apt-get')

const isInstalled = (name: string): boolean =>
  spawnSync('dpkg', ['-s', name], { encoding: 'utf8' }).stdout?.includes('install ok installed') ?? false

const apt = async (packages: readonly string[]): Promise<boolean> => {
  say(`Installing ${packages.join(', ')} …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env, quiet: true })
  return (
    (await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env, quiet: true })) === 0
  )
}

/** What to do where we can't do it ourselves. */
const howToInstall = (platform: NodeJS.Platform = process.platform): string => {
  if (platform === 'win32') return 'Install a browser with `winget install -e --id Google.Chrome`, then start again.'
  if (platform === 'darwin') return 'Install a browser with `brew install --cask google-chrome`, then start again.'
  return 'Install Chromium, Chrome or Edge (on Debian or Ubuntu `sudo apt install chromium`), then start again.'
}

/** The path of a browser, installed by the system's own way where there is none; undefined when that can't be. */
export const ensureBrowser = async (): Promise<string | undefined> => {
  const found = findBrowser()
  if (found) return found
  if (canApt()) await apt(['chromium'])
  const installed = findBrowser()
  if (!installed) say(`No Chrome, Chromium or Edge was found. ${howToInstall()}`)
  return installed
}

/** The same with what else the tests need. */
export const ensureTestBrowser = async (): Promise<string | undefined> => {
  const browser = await ensureBrowser()
  if (canApt()) {
    const missing = TEST_PACKAGES.filter((name) => !isInstalled(name))
    if (missing.length > 0 && !(await apt(missing))) say(`Could not install ${missing.join(', ')}.`)
  }
  return browser
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { chromium, type Page } from '@playwright/test'

import { ensureBrowser } from '../../build/browser.ts'
import { browserArguments } from '../support/browser-arguments.ts'
import type { Report } from './protocol.ts'

/** The program as a user has it: host and browser in one process group, so that one SIGKILL takes both. */
export type Program = { page: Page; kill: () => Promise<void> }

const DEADLINE = 30_000

const until = async <T>(what: string, probe: () => T | undefined): Promise<T> => {
  const end = Date.now() + DEADLINE
  for (;;) {
    const found = probe()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`${what} did not come within ${DEADLINE / 1000} s`)
    await sleep(20)
  }
}

/** Whether a process of a group still runs: those of a browser end one by one, and nobody may collect them. */
const runs = (group: number): boolean =>
  readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      const [state, , itsGroup] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
      return itsGroup === String(group) && state !== 'Z'
    } catch {
      return false
    }
  })

/** Two browsers at once on one profile would spoil it. */
const gone = async (group: ChildProcess): Promise<void> => {
  const { pid } = group
  if (pid !== undefined && existsSync('/proc')) await until('the end of the browser', () => !runs(pid) || undefined)
  else if (group.exitCode === null && group.signalCode === null) await once(group, 'exit')
}

/** What runs, and on what. The built program is a copy, so that a build meanwhile does not disturb. */
export type Built = { hostFile: string; windowFolder: string }

const launch = (dataFolder: string, { hostFile, windowFolder }: Built, port: number, browser: string): ChildProcess => {
  const profile = join(dataFolder, 'browser')
  const browserLine = [
    browser,
    '--headless=new',
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    ...browserArguments,
  ]
  const quoted = browserLine.map((word) => `'${word}'`).join(' ')
  const script = `'${process.execPath}' '${hostFile}' & ${quoted} about:blank >/dev/null 2>&1 & wait`
  return spawn('/bin/sh', ['-c', script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      FAIRBOOK_DATA: dataFolder,
      FAIRBOOK_WINDOW: windowFolder,
      FAIRBOOK_PORT: String(port),
      FAIRBOOK_OPEN: '0',
    },
  })
}

const debuggingPort = (profile: string): string | undefined => {
  const file = join(profile, 'DevToolsActivePort')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n', 1)[0] || undefined : undefined
}

/** Starts host and browser on a data folder and opens the simulation's window. */
export const startProgram = async (
  dataFolder: string,
  built: Built,
  port: number,
  onReport: (report: Report) => void,
): Promise<Program> => {
  const browser = await ensureBrowser()
  if (!browser) throw new Error('no browser')
  const profile = join(dataFolder, 'browser')
  rmSync(join(profile, 'DevToolsActivePort'), { force: true })
  // A killed browser leaves the lock of its profile behind.
  for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(profile, lock), { force: true })
  const group = launch(dataFolder, built, port, browser)
  let printed = ''
  group.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  const address = await until('the address', () => /http:\/\/127\.0\.0\.1:\d+\/\?k=\w+/.exec(printed)?.[0])
  const debugging = await until('the browser', () => debuggingPort(profile))
  const connected = await chromium.connectOverCDP(`http://127.0.0.1:${debugging}`)
  const context = connected.contexts()[0]
  if (!context) throw new Error('the browser has no window')
  const page = await context.newPage()
  await page.exposeFunction('report', onReport)
  await page.goto(address)
  await page.waitForFunction(() => window.writer !== undefined)
  return {
    page,
    kill: async () => {
      if (group.pid !== undefined) process.kill(-group.pid, 'SIGKILL')
      await gone(group)
      await connected.close().catch(() => undefined)
    },
  }
}

import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { AppError } from '../../../shared/app-error.ts'
import { quietArguments, sandboxArguments } from '../browser/arguments.ts'
import { lockedDown } from './locked-down.ts'
import { makePrintFolder } from './print-folder.ts'

export type PrintOptions = {
  /** The browser to print with; undefined where none is installed. */
  browser: string | undefined
  /** Milliseconds before a run that hangs is ended. */
  timeout?: number
}

/** Runs the browser to its end; resolves with its exit code and what it said. It and all its children end in time. */
const run = (browser: string, args: string[], timeout: number) =>
  new Promise<{ code: number | null; said: string }>((resolve, reject) => {
    const child = spawn(browser, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: process.platform !== 'win32' })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said = (said + chunk).slice(-4000)
    })
    const timer = setTimeout(() => {
      said += '\nended after its time was over'
      try {
        // The whole group: a browser is many processes.
        if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL')
        else process.kill(-child.pid, 'SIGKILL')
      } catch {
        child.kill('SIGKILL')
      }
    }, timeout)
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code, said })
    })
  })

const argumentsFor = (folder: string, page: string, pdf: string): string[] => [
  '--headless',
  '--disable-gpu',
  ...quietArguments,
  ...sandboxArguments(),
  `--user-data-dir=${join(folder, 'profile')}`,
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
  `--print-to-pdf=${pdf}`,
  pathToFileURL(page).href,
]

const isPdf = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-'

/**
 * Prints self-contained HTML to PDF bytes with an installed browser's engine, headless, with a profile of its own that
 * is thrown away. Page size and margins come from the HTML's `@page`. Scripts don't run and nothing is fetched.
 * @throws AppError `noBrowser` where there is none, `pdfFailed` where it fails or hangs
 */
export const printHtml = async (
  html: string,
  { browser, timeout = 120_000 }: PrintOptions,
): Promise<Uint8Array<ArrayBuffer>> => {
  if (browser === undefined) throw new AppError('noBrowser')
  const folder = await makePrintFolder()
  try {
    const page = join(folder, 'report.html')
    const pdf = join(folder, 'report.pdf')
    await writeFile(page, lockedDown(html))
    const { code, said } = await run(browser, argumentsFor(folder, page, pdf), timeout)
    const bytes = await readFile(pdf).catch(() => undefined)
    if (code !== 0 || !bytes || !isPdf(bytes)) throw new AppError('pdfFailed', {}, `exit ${code}: ${said}`)
    return new Uint8Array(bytes)
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('pdfFailed', {}, error)
  } finally {
    // The browser's last children may still write for a moment.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => undefined)
  }
}

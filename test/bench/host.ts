import { spawn } from 'node:child_process'
import { join } from 'node:path'

import type { Builds } from './builds.ts'

export type Host = {
  /** Where the window is, with the secret of this start. */
  address: string
  stop: () => Promise<void>
}

/** Starts the real browser host over a data folder; it serves the real window, or the page that times. */
export const startHost = async (
  builds: Builds,
  shows: 'window' | 'page',
  dataFolder: string,
  port: number,
): Promise<Host> => {
  const child = spawn(process.execPath, [join(builds.host, 'browser-host.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      FAIRBOOK_DATA: dataFolder,
      FAIRBOOK_PORT: String(port),
      FAIRBOOK_OPEN: '0',
      FAIRBOOK_WINDOW: builds[shows],
    },
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: string) => {
      output += chunk
      const found = /Fairbook is at (\S+)\n/.exec(output)?.[1]
      if (found) resolve(found)
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
    child.once('close', (code) => reject(new Error(`the host ended with ${code}: ${output}`)))
  })
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
/** The built hosts; another build can be tested beside this one. */
const desktopFolder = process.env['FAIRBOOK_DESKTOP'] ?? join(root, 'dist/electron')

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

export const makeDataFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'fairbook-e2e-'))

export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })

export type HostProcess = {
  /** Where the window is, with the secret of this start. */
  address: string
  port: number
  dataFolder: string
  /** Everything it printed so far. */
  output: () => string
  /** Ends it as Ctrl+C does; resolves with its exit code. */
  stop: () => Promise<number | null>
  /** Ends it as a power cut does. */
  kill: () => Promise<void>
}

const end = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal)
}

/** Starts the built browser host as a process of its own, without a window. The port is part of the window's origin. */
export const startHostProcess = async (options: { dataFolder: string; port?: number }): Promise<HostProcess> => {
  const port = options.port ?? (await freePort())
  const child = spawn(process.execPath, [join(desktopFolder, 'browser-host.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FAIRBOOK_DATA: options.dataFolder, FAIRBOOK_PORT: String(port), FAIRBOOK_OPEN: '0' },
  })
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: string) => {
      output += chunk
      const found = /Fairbook is at (\S+)\n/.exec(output)?.[1]
      if (found) resolve(found)
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
    // `close` and not `exit`: what it printed last has been read by then.
    child.once('close', (code) => reject(new Error(`the host ended with ${code}: ${output}`)))
  })
  return {
    address,
    port,
    dataFolder: options.dataFolder,
    output: () => output,
    stop: () => {
      end(child, 'SIGTERM')
      return ended
    },
    kill: async () => {
      end(child, 'SIGKILL')
      await ended
    },
  }
}

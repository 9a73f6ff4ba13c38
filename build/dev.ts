import { type ChildProcess, spawn } from 'node:child_process'

import { build, createServer } from 'vite'

import { cookieName } from '../electron/browser-host/guard.ts'
import { DEFAULT_PORT } from '../electron/browser-host/host.ts'
import { inRoot, root, say } from './run.ts'

/** Beside the program's own port, so that trying things out never touches the real book. */
const HOST_PORT = DEFAULT_PORT + 1
const DEV_PORT = DEFAULT_PORT + 2
const DEV_ORIGIN = `http://127.0.0.1:${DEV_PORT}`
const HOST_ORIGIN = `http://127.0.0.1:${HOST_PORT}`

/** Starts the host on a data folder of its own; resolves with the secret that its address carries. */
const startHost = (): Promise<{ child: ChildProcess; secret: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot('dist/electron/browser-host.js')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        FAIRBOOK_PORT: String(HOST_PORT),
        FAIRBOOK_OPEN: '0',
        FAIRBOOK_DATA: process.env['FAIRBOOK_DATA'] ?? inRoot('node_modules/.cache/dev-book'),
      },
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      const secret = /\?k=([0-9a-f]+)/.exec(said)?.[1]
      if (secret) resolve({ child, secret })
    })
    child.once('exit', () => reject(new Error(`the host did not start: ${said}`)))
  })

const configFile = inRoot('vite.config.ts')
await build({ configFile, mode: 'electron', logLevel: 'warn' })
const { child, secret } = await startHost()
const server = await createServer({
  configFile,
  server: {
    host: '127.0.0.1',
    port: DEV_PORT,
    strictPort: true,
    proxy: {
      '/api': {
        target: HOST_ORIGIN,
        // The host's door stays shut to other pages: only what our own page sends is let through to it.
        bypass: (request) => (request.headers.origin === DEV_ORIGIN ? undefined : false),
        headers: {
          host: `127.0.0.1:${HOST_PORT}`,
          origin: HOST_ORIGIN,
          cookie: `${cookieName({ port: HOST_PORT })}=${secret}`,
        },
      },
    },
  },
})
await server.listen()
say(`Fairbook for development is at ${DEV_ORIGIN}/ (start again after a change to the desktop side).`)
// Vite ends this process by itself on a signal, so the host is ended wherever the end comes from.
process.once('exit', () => child.kill('SIGTERM'))
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void server.close().finally(() => process.exit())
  })
child.once('exit', () => process.exit())

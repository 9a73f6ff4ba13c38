import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'

import { AppError } from '../../shared/app-error.ts'
import type { Envelope } from '../../shared/desktop-api.ts'
import { ADDRESS, createPasses, type Door, newSecret } from './guard.ts'
import { announce, askRunning } from './running.ts'
import { createHost, entryAddress } from './server.ts'

/** The port is part of the window's origin, which holds its database: it stays what it is. */
export const DEFAULT_PORT = 47615

/** Answers one call of the window; never rejects. */
export type Answer = (name: string, input: unknown) => Promise<Envelope>

export type HostOptions = {
  port: number
  dataFolder: string
  windowFolder: string
  openWindow: (address: string) => void
}

export type Host = {
  /** Where the window is, with the secret of this start. */
  address: string
  /** The same for a command line: it lets in once. */
  passAddress: () => string
  /** Ends what is running and lets no new call in. */
  close: () => Promise<void>
}

/** Why a start did not become a host. */
export type NotStarted = 'opened' | 'otherBook' | 'stranger'

/** False when the port is taken. */
const listen = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    })
    server.listen({ port, host: ADDRESS, exclusive: true }, () => resolve(true))
  })

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // A call that is being answered has this long; the journal's own appends are much shorter.
    setTimeout(() => server.closeAllConnections(), 5000).unref()
  })

/** Answers while the services are not open. */
export const notYet: Answer = async () => ({ ok: false, error: { code: 'hostGone', params: {} } })

/**
 * Starts to serve, or says who serves already. `open` runs once the port is ours, before anything is answered: it opens
 * the book, which a second start must not even try.
 * @throws AppError `folderMissing` when the data folder can't be made, and whatever `open` throws
 */
export const startHost = async (options: HostOptions, open: () => Promise<Answer>): Promise<Host | NotStarted> => {
  const door: Door = { port: options.port, secret: newSecret() }
  const passes = createPasses()
  const passAddress = () => entryAddress(door, passes.make())
  let answer = notYet
  const server = createHost({
    door,
    passes,
    windowFolder: options.windowFolder,
    answer: (name, input) => answer(name, input),
    openWindow: () => options.openWindow(passAddress()),
  })
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new AppError('folderMissing', { path: options.dataFolder }, error)
  })
  if (!(await listen(server, options.port))) return askRunning(options.dataFolder, options.port)
  try {
    answer = await open()
    // A read-only folder can't be announced in; the only loss is that a second start can't ask for a window.
    const withdraw = await announce(options.dataFolder, door).catch(() => async () => undefined)
    return {
      address: entryAddress(door, door.secret),
      passAddress,
      close: async () => {
        await stop(server)
        await withdraw()
      },
    }
  } catch (error) {
    await stop(server)
    throw error
  }
}

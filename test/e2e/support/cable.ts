import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

export type Cable = {
  /** Where the server is reached through it. */
  url: string
  /** Nothing goes through any more: new connections are refused, open ones end. */
  pull: () => Promise<void>
  /** The server is there again, at the same address. */
  plug: () => Promise<void>
}

/** A cable to a server that can be pulled out and plugged in again. */
export const cableTo = async (server: string): Promise<Cable> => {
  const { hostname, port } = new URL(server)
  const open = new Set<Socket>()
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket)).on('error', () => socket.destroy())
  }
  const listener = createServer((inner) => {
    const outer = connect(Number(port), hostname)
    keep(inner)
    keep(outer)
    inner.pipe(outer).pipe(inner)
  })
  const listen = async (at: number): Promise<number> => {
    listener.listen(at, '127.0.0.1')
    await once(listener, 'listening')
    return (listener.address() as AddressInfo).port
  }
  const at = await listen(0)
  return {
    url: `http://127.0.0.1:${at}`,
    pull: async () => {
      const closed = once(listener, 'close')
      listener.close()
      for (const socket of open) socket.destroy()
      await closed
    },
    plug: async () => {
      await listen(at)
    },
  }
}

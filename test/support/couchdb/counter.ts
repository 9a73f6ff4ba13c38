import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Bytes that went over a wire, both ways, HTTP's own included. */
export type Counter = { url: string; bytes: () => number; stop: () => Promise<void> }

/** Stands before a server, passes everything on and counts it. */
export const startCounter = async (upstream: string): Promise<Counter> => {
  const { hostname, port } = new URL(upstream)
  const open = new Set<Socket>()
  let count = 0
  const pipe = (from: Socket, to: Socket): void => {
    open.add(from)
    from.on('data', (bytes) => {
      count += bytes.length
    })
    from.pipe(to)
    from.on('error', () => to.destroy()).on('close', () => open.delete(from))
  }
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    pipe(near, far)
    pipe(far, near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}`,
    bytes: () => count,
    stop: async () => {
      server.close()
      for (const socket of open) socket.destroy()
      await once(server, 'close')
    },
  }
}

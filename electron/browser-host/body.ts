import type { IncomingMessage } from 'node:http'

/** The whole body, or undefined once it is larger than `limit` bytes; what is too large is not kept. */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> => {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Uint8Array)) throw new Error('a body that is not bytes')
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

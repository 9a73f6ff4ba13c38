import { AppError } from '../../shared/app-error.ts'
import { type Desktop, MAX_MESSAGE } from '../../shared/desktop-api.ts'
import { pack, type TextCodec, unpack } from '../../shared/wire.ts'
import { fromSend, type Send } from './from-send.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const text: TextCodec = { encode: (value) => encoder.encode(value), decode: (bytes) => decoder.decode(bytes) }

/** What a refusal by the browser host's guard means here; its own errors come in envelopes. */
const refusal = (status: number): AppError => new AppError(status === 403 ? 'notAllowed' : 'hostGone')

const post: Send = async (name, input) => {
  const message = pack({ input }, text)
  // A host that cuts off what is too large can't say so to a browser that is still sending.
  if (message.length > MAX_MESSAGE) throw new AppError('attachmentTooLarge', { size: message.length })
  let answer: Response
  let body: ArrayBuffer
  try {
    answer = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: message,
    })
    body = await answer.arrayBuffer()
  } catch (error) {
    throw new AppError('hostGone', {}, error)
  }
  if (!answer.ok) throw refusal(answer.status)
  try {
    return unpack(new Uint8Array(body), text)
  } catch (error) {
    // Something answered, but not the host: its port was taken over, or the answer was cut short.
    throw new AppError('hostGone', {}, error)
  }
}

/** The desktop side behind the browser host's loopback server, which has no menus of its own. */
export const loopbackDesktop = (): Desktop => fromSend(post, () => () => undefined)

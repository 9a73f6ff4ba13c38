import { AppError } from '../../shared/app-error.ts'
import {
  type Desktop,
  type DesktopCall,
  type DesktopOutput,
  desktopApi,
  envelopeSchema,
} from '../../shared/desktop-api.ts'

/** Brings one call to the host and its envelope back; rejects when the host can't be reached. */
export type Send = (name: DesktopCall, input: unknown) => Promise<unknown>

/** The desktop side over any way of sending: opens the envelope, checks the value, rethrows the host's error. */
export const fromSend = (send: Send, onMenu: Desktop['onMenu']): Desktop => ({
  call: async <C extends DesktopCall>(name: C, input: unknown): Promise<DesktopOutput<C>> => {
    const envelope = envelopeSchema.safeParse(await send(name, input))
    if (!envelope.success) throw new AppError('internal', {}, envelope.error)
    if (!envelope.data.ok) {
      const { code, params, detail } = envelope.data.error
      throw new AppError(code, params, detail)
    }
    const value = desktopApi[name].output.safeParse(envelope.data.value)
    if (!value.success) throw new AppError('internal', {}, value.error)
    // The compiler can't see that the schema parsed with is the schema of `C`.
    return value.data as DesktopOutput<C>
  },
  onMenu,
})

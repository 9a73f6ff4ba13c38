import { AppError } from '../../shared/app-error.ts'
import { type Desktop, menuCommandSchema } from '../../shared/desktop-api.ts'
import type { Bridge } from '../../shared/desktop-bridge.ts'
import { fromSend } from './from-send.ts'

/** The desktop side behind Electron's preload script. */
export const bridgeDesktop = (bridge: Bridge): Desktop =>
  fromSend(
    async (name, input) => {
      try {
        return await bridge.call(name, input)
      } catch (error) {
        throw new AppError('hostGone', {}, error)
      }
    },
    (listener) =>
      bridge.onMenu((command) => {
        const parsed = menuCommandSchema.safeParse(command)
        if (parsed.success) listener(parsed.data)
      }),
  )

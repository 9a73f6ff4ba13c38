import type { IpcMain, IpcMainInvokeEvent } from 'electron'

import type { DesktopHandlers, Envelope } from '../../shared/desktop-api.ts'
import { CALL_CHANNEL } from '../../shared/desktop-bridge.ts'
import { dispatch } from '../../shared/desktop-dispatch.ts'
import { isOurs } from './origin.ts'

/** Only the main frame of our own page: no frame inside it, no page that came in its place, no frame that is gone. */
const isOurWindow = ({ senderFrame, sender }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && !senderFrame.isDestroyed() && senderFrame === sender.mainFrame && isOurs(senderFrame.url)

const refused: Envelope = { ok: false, error: { code: 'notAllowed', params: {} } }

/** Answers the window's calls over the one channel that there is. */
export const answerCalls = (ipc: IpcMain, handlers: DesktopHandlers, log: (line: string) => void): void => {
  ipc.handle(CALL_CHANNEL, (event, name: unknown, input: unknown): Promise<Envelope> => {
    if (!isOurWindow(event)) return Promise.resolve(refused)
    return dispatch(handlers, typeof name === 'string' ? name : '', input, log)
  })
}

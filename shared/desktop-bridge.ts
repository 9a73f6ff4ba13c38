/** The name of the one thing that Electron's preload script puts on the window. */
export const BRIDGE = 'fairbook'

/** The one channel of calls from the window, and the one of menu commands to it. */
export const CALL_CHANNEL = 'fairbook:call'
export const MENU_CHANNEL = 'fairbook:menu'

/** What the preload script gives the window. It carries values and knows nothing of them: both ends parse. */
export type Bridge = {
  call: (name: string, input: unknown) => Promise<unknown>
  onMenu: (listener: (command: unknown) => void) => () => void
}

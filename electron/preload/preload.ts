import { contextBridge, ipcRenderer } from 'electron'

import { BRIDGE, type Bridge, CALL_CHANNEL, MENU_CHANNEL } from '../../shared/desktop-bridge.ts'

/** The window gets these two functions, never `ipcRenderer` itself and never an event, which would lead to it. */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  onMenu: (listener) => {
    const forward = (_event: unknown, command: unknown) => listener(command)
    ipcRenderer.on(MENU_CHANNEL, forward)
    return () => {
      ipcRenderer.off(MENU_CHANNEL, forward)
    }
  },
}

contextBridge.exposeInMainWorld(BRIDGE, bridge)

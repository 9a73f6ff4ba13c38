import type { Desktop } from '../../shared/desktop-api.ts'
import { BRIDGE, type Bridge } from '../../shared/desktop-bridge.ts'
import { bridgeDesktop } from './bridge.ts'
import { loopbackDesktop } from './loopback.ts'

const isBridge = (value: unknown): value is Bridge =>
  typeof value === 'object' &&
  value !== null &&
  'call' in value &&
  typeof value.call === 'function' &&
  'onMenu' in value &&
  typeof value.onMenu === 'function'

/**
 * The desktop side of this window: Electron's bridge where there is one, else the loopback server that the page came
 * from. Its calls fail with `hostGone` when the host can't be reached.
 */
export const connectDesktop = (): Desktop => {
  const bridge: unknown = Reflect.get(globalThis, BRIDGE)
  return isBridge(bridge) ? bridgeDesktop(bridge) : loopbackDesktop()
}

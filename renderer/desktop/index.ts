export { connectDesktop } from './connect.ts'
export { DesktopProvider, useDesktop } from './hooks.ts'

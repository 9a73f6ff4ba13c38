export { connectDesktop } from './connect.ts'
export { download } from './download.ts'
export { DesktopProvider, useDesktop } from './hooks.ts'

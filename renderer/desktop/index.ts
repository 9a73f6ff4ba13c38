export { beginAnew, followOthers } from './begin-anew.ts'
export { connectDesktop } from './connect.ts'
export { download } from './download.ts'
export { DesktopProvider, useDesktop } from './hooks.ts'

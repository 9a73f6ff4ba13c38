import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { DesktopHandlers, DesktopOutput } from '../../shared/desktop-api.ts'
import { openAddress } from './shell/open.ts'

type HostCall =
  | 'host.info'
  | 'host.language'
  | 'host.restart'
  | 'pdf.print'
  | 'shell.open'
  | 'shell.chooseFolder'
  | 'shell.reveal'

/** What the services of the book answer by themselves; the rest depends on the host. */
export type BookHandlers = Omit<DesktopHandlers, HostCall>

/** What a host does in its own way. */
export type HostParts = {
  info: DesktopOutput<'host.info'>
  setLanguage: (language: string) => void
  /** Static HTML to the bytes of a PDF. */
  print: (html: string) => Promise<Uint8Array<ArrayBuffer>>
  /** Opens an address that was checked before. */
  openExternal: (url: string) => Promise<void>
  openFolder: (path: string) => Promise<void>
  /** Starts the program anew, after the call was answered; false where the window can't be closed from here. */
  restart?: () => boolean
  /** Whether the window is in a browser that was not opened from here. Absent where that can't be. */
  inOwnBrowser?: () => boolean
  /** Asks for a folder with the system's own dialog: null when none was chosen. Absent where there is no such dialog. */
  chooseFolder?: () => Promise<string | null>
}

/** Everything the window can call: the book's services and what this host does in its own way. */
export const hostHandlers = (book: BookHandlers, host: HostParts): DesktopHandlers => ({
  ...book,
  'host.info': async () => ({ ...host.info, ...(host.inOwnBrowser?.() && { ownBrowser: true }) }),
  'host.language': async ({ language }) => {
    host.setLanguage(language)
    return {}
  },
  'host.restart': async () => ({ restarts: host.restart?.() ?? false }),
  'pdf.print': async ({ html }) => ({ bytes: await host.print(html) }),
  'shell.open': async ({ url }) => {
    await openAddress(url, host.openExternal)
    return {}
  },
  'shell.chooseFolder': async () => ({
    supported: host.chooseFolder !== undefined,
    path: (await host.chooseFolder?.()) ?? null,
  }),
  'shell.reveal': async ({ what }) => {
    const folder = what === 'backups' ? join(host.info.dataFolder, 'backups') : host.info.dataFolder
    await mkdir(folder, { recursive: true })
    await host.openFolder(folder)
    return {}
  },
})

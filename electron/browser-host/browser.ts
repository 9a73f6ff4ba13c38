import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

import { quietArguments, sandboxArguments } from '../services/browser/arguments.ts'
import { prepareProfile } from './profile.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Whether a window can be shown here. */
export const hasDisplay = (env: Env = process.env, platform: NodeJS.Platform = process.platform): boolean =>
  platform === 'darwin' || platform === 'win32' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

const profileOf = (dataFolder: string): string => join(dataFolder, 'browser')

export const appArguments = (address: string, dataFolder: string): string[] => [
  `--app=${address}`,
  `--user-data-dir=${profileOf(dataFolder)}`,
  '--class=Fairbook',
  ...quietArguments,
  ...sandboxArguments(),
]

/**
 * Opens the window in app mode, with a profile of its own inside the data folder.
 * @throws errors of the file system when the profile can't be made
 */
export const openBrowser = (browser: string, address: string, dataFolder: string): ChildProcess => {
  prepareProfile(profileOf(dataFolder))
  return spawn(browser, appArguments(address, dataFolder), { stdio: 'ignore' })
}

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What the search looks at; the real one by default, another in tests. */
export type Machine = {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  isProgram: (path: string) => boolean
}

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const thisMachine = (): Machine => ({ platform: process.platform, env: process.env, isProgram })

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
]

const present = (...values: (string | undefined)[]): string[] => values.filter((value) => value !== undefined)

const macCandidates = (env: Machine['env']): string[] =>
  ['/Applications', ...present(env['HOME']).map((home) => join(home, 'Applications'))].flatMap((folder) =>
    ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map((app) =>
      join(folder, `${app}.app`, 'Contents', 'MacOS', app),
    ),
  )

const windowsCandidates = (env: Machine['env']): string[] =>
  present(env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']).flatMap((folder) => [
    join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    join(folder, 'Chromium', 'Application', 'chrome.exe'),
    join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ])

const linuxCandidates = (env: Machine['env']): string[] => [
  ...(env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name))),
  ...names.map((name) => join('/usr/bin', name)),
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
]

/**
 * The path of an installed browser with Chromium's engine, or undefined. `FAIRBOOK_BROWSER` names one outright.
 * Order: Chrome and Chromium before Edge on macOS and Windows, the order of `PATH` on Linux.
 */
export const findBrowser = ({ platform, env, isProgram }: Machine = thisMachine()): string | undefined => {
  const chosen = env['FAIRBOOK_BROWSER']
  const candidates =
    platform === 'darwin' ? macCandidates(env) : platform === 'win32' ? windowsCandidates(env) : linuxCandidates(env)
  return (chosen ? [chosen, ...candidates] : candidates).find(isProgram)
}

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { inRoot, runModule, say } from './run.ts'

const PATH_FILE = inRoot('node_modules/electron/path.txt')
const TRIED = inRoot('node_modules/.cache/electron-tried')
const AGAIN_AFTER = 24 * 60 * 60 * 1000
const PATIENCE = 5 * 60 * 1000

/** The path of Electron's program, or undefined. Not `import 'electron'`: that would download it. */
export const electronBinary = (): string | undefined => {
  if (!existsSync(PATH_FILE)) return undefined
  const program = inRoot(`node_modules/electron/dist/${readFileSync(PATH_FILE, 'utf8').trim()}`)
  return existsSync(program) ? program : undefined
}

/** The same, downloaded first where it is missing; tried once a day where there is no way to it. */
export const ensureElectron = async (): Promise<string | undefined> => {
  const found = electronBinary()
  if (found) return found
  const tried = statSync(TRIED, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (Date.now() - tried < AGAIN_AFTER) return undefined
  say('Fetching Electron …')
  await runModule('electron/install.js', [], { quiet: true, timeout: PATIENCE })
  mkdirSync(dirname(TRIED), { recursive: true })
  writeFileSync(TRIED, '')
  return electronBinary()
}

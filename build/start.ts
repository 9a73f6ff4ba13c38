import { isRoot, sandboxArguments } from '../electron/services/browser/arguments.ts'
import { ensureBrowser } from './browser.ts'
import { ensureBundle } from './bundle.ts'
import { ensureElectron } from './electron-binary.ts'
import { inRoot, root, run, say } from './run.ts'

/** `FAIRBOOK_HOST=browser` or `electron` chooses; otherwise Electron where it can be had and shown. */
const electron = async (): Promise<string | undefined> => {
  if (process.env['FAIRBOOK_HOST'] === 'browser') return undefined
  const found = await ensureElectron()
  if (!found) say('Electron is not available here, so Fairbook runs in an installed browser.')
  return found
}

await ensureBundle()
const program = await electron()
if (program) {
  if (isRoot()) say('Running as root: Electron runs without its sandbox. Use an ordinary user for daily work.')
  process.exitCode = await run(program, [...sandboxArguments(), root])
} else {
  if (process.env['FAIRBOOK_OPEN'] !== '0') await ensureBrowser()
  process.exitCode = await run(process.execPath, [inRoot('dist/electron/browser-host.js')])
}

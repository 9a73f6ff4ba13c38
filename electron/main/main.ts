import { fileURLToPath } from 'node:url'

import { dataFolderOf } from '../services/data-folder.ts'
import { openServices } from '../services/index.ts'
import { wipeProfiles } from '../services/lock/wipe-profiles.ts'
import { dropOldPrints } from '../services/pdf/print-folder.ts'
import { startApp } from './app.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const dataFolder = dataFolderOf()
// Electron is not ready, and so has not opened its profile, before this module is through.
await wipeProfiles({ dataFolder, onProblem: (error) => process.stderr.write(`${String(error)}\n`) })
await dropOldPrints()
void startApp({ dataFolder, window: here('../window'), preload: here('preload.cjs'), openServices })

import { fileURLToPath } from 'node:url'

import { dataFolderOf } from '../services/data-folder.ts'
import { openServices } from '../services/index.ts'
import { startApp } from './app.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

void startApp({ dataFolder: dataFolderOf(), window: here('../window'), preload: here('preload.cjs'), openServices })

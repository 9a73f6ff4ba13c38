import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build, type InlineConfig, type PreviewServer, preview } from 'vite'

import { hostsBundle, windowBundle } from '../../build/bundles.ts'

/** Where the built parts are: the real window, the real host, and the page that times. */
export type Builds = { window: string; host: string; page: string }

const pageRoot = fileURLToPath(new URL('page/', import.meta.url))

const quiet = { configFile: false, logLevel: 'warn' } as const

/** Builds everything into a folder of its own, so that the run is of the sources as they are. */
export const buildAll = async (folder: string): Promise<Builds> => {
  const builds = { window: join(folder, 'window'), host: join(folder, 'host'), page: join(folder, 'page') }
  const configs: InlineConfig[] = [
    { ...windowBundle, build: { ...windowBundle.build, outDir: builds.window } },
    { ...hostsBundle, build: { ...hostsBundle.build, outDir: builds.host } },
    {
      root: pageRoot,
      worker: { format: 'es' },
      build: { outDir: builds.page, emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false } },
    },
  ]
  for (const config of configs) await build({ ...quiet, ...config })
  mkdirSync(builds.host, { recursive: true })
  writeFileSync(join(builds.host, 'package.json'), '{ "type": "module" }\n')
  return builds
}

/** Serves the page for the contestants that have no host. Isolated as the host's pages are: the same fine clock. */
export const servePage = (folder: string, port: number): Promise<PreviewServer> =>
  preview({
    ...quiet,
    root: pageRoot,
    build: { outDir: folder },
    preview: {
      port,
      strictPort: true,
      host: '127.0.0.1',
      headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
    },
  })

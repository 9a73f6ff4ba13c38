import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'

import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'

import { componentWords } from './component-words.ts'

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/**
 * An index only hands on, so that a page takes from it what it uses: else the first screen would load the forms,
 * filters and dialogs of all others.
 */
const treeshake = {
  moduleSideEffects: [{ test: /\/(renderer|shared)\/(.+\/)?index\.ts$/, sideEffects: false }],
}

/** The window: everything by name of its content, nothing inlined that the content security policy would refuse. */
export const windowBundle: UserConfig = {
  root: here('renderer'),
  // The components' own words: only the languages that Fairbook speaks, and Persian, which they do not.
  plugins: [react(), tailwindcss(), optimizeLocales.vite({ locales: ['en-US', 'lt-LT', 'ru-RU'] }), componentWords()],
  build: {
    outDir: here('dist/window'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { treeshake },
  },
  worker: { format: 'es', rolldownOptions: { treeshake } },
}

const external = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

const desktopBundle = (entries: Record<string, string>, format: 'es' | 'cjs'): UserConfig => ({
  root: here('.'),
  publicDir: false,
  // Every dependency goes into the bundle: the packaged program carries no `node_modules`.
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: here('dist/electron'),
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: entries,
      external,
      output: {
        format,
        entryFileNames: format === 'es' ? '[name].js' : '[name].cjs',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
})

/** Main process and browser host, as ES modules. */
export const hostsBundle: UserConfig = desktopBundle(
  { main: here('electron/main/main.ts'), 'browser-host': here('electron/browser-host/main.ts') },
  'es',
)

/** The preload script, one CommonJS file: a sandboxed preload can load nothing else. */
export const preloadBundle: UserConfig = desktopBundle({ preload: here('electron/preload/preload.ts') }, 'cjs')

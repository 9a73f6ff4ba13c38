import { defineConfig } from 'vitest/config'

import { hostsBundle, preloadBundle, windowBundle } from './build/bundles.ts'

const root = import.meta.dirname

const test = {
  root,
  // By itself Vitest leaves one core idle, which is half of a machine with two.
  maxWorkers: '100%',
  projects: [
    {
      test: {
        name: 'unit',
        root,
        setupFiles: ['fake-indexeddb/auto'],
        include: ['test/unit/**/*.test.{ts,tsx}'],
        // Property tests take their time on a machine that does other things as well.
        testTimeout: 30_000,
      },
    },
    {
      test: {
        name: 'integration',
        root,
        include: ['test/integration/**/*.test.{ts,tsx}'],
        testTimeout: 60_000,
        hookTimeout: 60_000,
      },
    },
  ],
}

/** `vite build` makes the window; `--mode electron` the two hosts; `--mode preload` the preload script. */
export default defineConfig(({ mode }) => {
  if (mode === 'electron') return hostsBundle
  if (mode === 'preload') return preloadBundle
  return { ...windowBundle, test }
})

import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { build, type LogLevel } from 'vite'

import { inRoot, say } from './run.ts'

const STAMP = inRoot('dist/built.txt')

/** Everything that a bundle is made from. */
const sources = [
  'renderer',
  'shared',
  'electron',
  'build/bundles.ts',
  'vite.config.ts',
  'package-lock.json',
  'package.json',
]

const changedAt = (path: string): number => {
  const info = statSync(path, { throwIfNoEntry: false })
  if (!info) return 0
  // A folder's own time tells of files that were added or taken away.
  if (!info.isDirectory()) return info.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, changedAt(join(path, name))), info.mtimeMs)
}

const isStale = (): boolean => {
  const built = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return sources.some((source) => changedAt(inRoot(source)) > built)
}

/** Builds window, hosts and preload script into `dist/`. */
export const bundle = async (logLevel: LogLevel = 'warn'): Promise<void> => {
  const began = new Date()
  rmSync(inRoot('dist'), { recursive: true, force: true })
  const configFile = inRoot('vite.config.ts')
  for (const mode of ['production', 'electron', 'preload']) await build({ configFile, mode, logLevel })
  mkdirSync(inRoot('dist'), { recursive: true })
  writeFileSync(STAMP, `${began.toISOString()}\n`)
}

/** Builds only when something it is made from has changed since. */
export const ensureBundle = async (): Promise<void> => {
  if (!isStale()) return
  say('Building Fairbook …')
  await bundle()
}

if (process.argv[1] === import.meta.filename) await bundle('info')

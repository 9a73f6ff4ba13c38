import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { expect, test } from '@playwright/test'

const assets = join(import.meta.dirname, '../../dist/window/assets')
/** What a bundled script loads before it runs; not what it loads later by `import()`. */
const IMPORTED = /(?:from|import)"\.\/([^"]+\.js)"/g

const withImports = (file: string, found = new Set<string>()): Set<string> => {
  if (found.has(file)) return found
  found.add(file)
  for (const [, next = ''] of readFileSync(join(assets, file), 'utf8').matchAll(IMPORTED)) withImports(next, found)
  return found
}

test('the first screen needs less than 400 kB of JavaScript, gzipped', () => {
  const chunks = readdirSync(assets).filter((file) => /^(index|today|en)-[^.]+\.js$/.test(file))
  expect(chunks).toHaveLength(3)
  const needed = new Set(chunks.flatMap((chunk) => [...withImports(chunk)]))
  const bytes = [...needed].reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0)
  expect(bytes / 1000).toBeLessThan(400)
})

import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'
import { z } from 'zod'

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })),
})
const lock = lockSchema.parse(JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8')))

// `npm install` drops the entries of other platforms where it can't reach them, and `npm ci` then fails everywhere.
it('the lock file names the optional packages of every platform', () => {
  const known = Object.keys(lock.packages)
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !known.includes(`node_modules/${name}`) && !known.includes(`${path}/node_modules/${name}`),
    ),
  )
  expect(missing).toEqual([])
})

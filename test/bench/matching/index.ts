import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build } from 'vite'
import { z } from 'zod'

import { febrlFolder } from '../../unit/shared/matching/support/febrl.ts'
import type { Line } from '../report.ts'
import { say } from '../settings.ts'

const Measured = z.object({
  whole: z.number(),
  memory: z.number(),
  f1: z.number(),
  plain: z.number(),
  plainF1: z.number(),
  query: z.number(),
  febrl: z.array(z.object({ file: z.string(), f1: z.number(), withoutIdentifiers: z.number() })),
})

/** F1 as the table can hold an aim for it: what is missing to 1, per thousand. */
const missing = (f1: number): number => (1 - f1) * 1000

/**
 * Duplicates among made-up people, each size in a process of its own, beside the plain way: the same blocks, compared by
 * Jaro-Winkler alone. The quality on Febrl's sets stands once, where they are.
 */
export const matchingLines = async (folder: string, sizes: readonly number[]): Promise<Line[]> => {
  const outDir = join(folder, 'matching')
  const entry = fileURLToPath(new URL('measure.ts', import.meta.url))
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: entry, outDir, emptyOutDir: true, rollupOptions: { output: { entryFileNames: 'measure.mjs' } } },
  })
  const all = sizes.map((size) => {
    say(`duplicates among ${size} records`)
    const output = execFileSync(process.execPath, [join(outDir, 'measure.mjs'), String(size), febrlFolder])
    return { size, ...Measured.parse(JSON.parse(output.toString())) }
  })
  const lines = all.flatMap(({ size, whole, memory, f1, plain, plainF1, query }): Line[] => [
    { size, what: 'duplicates: records per second', fairbook: (size / whole) * 1000 },
    {
      size,
      what: `duplicates: all found (s); plain Jaro-Winkler over the same blocks ${(plain / 1000).toFixed(1)} s`,
      fairbook: whole / 1000,
      other: plain / 1000,
      aim: { to: 'self', below: 60, says: 'under a minute' },
    },
    { size, what: 'duplicates: memory (MB)', fairbook: memory, aim: { to: 'self', below: 1000, says: 'under 1 GB' } },
    {
      size,
      what: `duplicates: missing to F1 = 1, per thousand; plain Jaro-Winkler ${missing(plainF1).toFixed(0)}`,
      fairbook: missing(f1),
      other: missing(plainF1),
      aim: { to: 'other', below: 0.5, says: 'under half of plain' },
    },
    { size, what: 'duplicates: of one typed record (ms)', fairbook: query },
  ])
  const febrl = (all[0]?.febrl ?? []).flatMap(({ file, f1, withoutIdentifiers }): Line[] => [
    {
      what: `Febrl ${file}: missing to F1 = 1, per thousand`,
      fairbook: missing(f1),
      aim: { to: 'self', below: 10, says: 'F1 0.99' },
    },
    {
      what: `Febrl ${file} without identifiers`,
      fairbook: missing(withoutIdentifiers),
      aim: { to: 'self', below: 50, says: 'F1 0.95' },
    },
  ])
  return [...lines, ...febrl]
}

import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'

import { inRoot } from '../../build/run.ts'
import { buildAll, servePage } from './builds.ts'
import { bundleLines } from './bundle-size.ts'
import { contest } from './contest.ts'
import { filesLines } from './files/index.ts'
import { importLines } from './import-file.ts'
import { lockedLines } from './locked.ts'
import { matchingLines } from './matching/index.ts'
import { type Line, markdown, writeBetweenMarks } from './report.ts'
import { say, settings } from './settings.ts'
import { syncLines } from './sync/index.ts'
import { emptyBook, windowLines } from './window.ts'

const NOTE = [
  'Medians of one run of `npm run bench`, three interactions for each customer; `test/bench/README.md` says what each line means.',
  'Ratios compare within the run; milliseconds are of this machine and what else it did.',
].join('\n')

/** What runs in a browser: the contest of stores, the window, the import, and what the first screen loads. */
const inBrowsers = async (folder: string, lines: Line[], differ: string[]): Promise<void> => {
  const { parts, sizes } = settings
  say('building')
  const builds = await buildAll(join(folder, 'built'))
  const server = await servePage(builds.page, settings.port)
  try {
    const empty = await emptyBook(builds, join(folder, 'empty'))
    if (parts.has('bundle')) lines.push(...(await bundleLines(builds, empty)))
    for (const size of sizes) {
      const place = { profile: join(folder, `profile-${size}`), data: join(folder, `data-${size}`) }
      // The real window opens the book that the contest has filled.
      if (parts.has('contest') || parts.has('window')) {
        const found = await contest(builds, place.profile, place.data, size)
        lines.push(...found.lines)
        differ.push(...found.differ)
      }
      if (parts.has('locked')) lines.push(...(await lockedLines(`${place.profile}-locked`, size)))
      if (parts.has('window')) lines.push(...(await windowLines(builds, place, empty, size)))
    }
    if (parts.has('import')) lines.push(...(await importLines(builds, empty, folder)))
  } finally {
    await server.close()
  }
}

const main = async (): Promise<void> => {
  const { parts, sizes } = settings
  const began = Date.now()
  const folder = mkdtempSync(join(tmpdir(), 'fairbook-bench-'))
  const lines: Line[] = []
  const differ: string[] = []
  try {
    if ([...parts].some((part) => part !== 'matching' && part !== 'files' && part !== 'sync'))
      await inBrowsers(folder, lines, differ)
    if (parts.has('matching')) lines.push(...(await matchingLines(folder, sizes)))
    if (parts.has('files')) lines.push(...(await filesLines(folder, sizes, settings.runs)))
    if (parts.has('sync')) lines.push(...(await syncLines(sizes, settings.quick)))
  } catch (error) {
    // What was measured so far took long.
    process.stdout.write(`${markdown(lines)}\n`)
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  const minutes = Math.round((Date.now() - began) / 6_000) / 10
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${process.platform}; took ${minutes} min.`
  const text = [NOTE, machine, '', markdown(lines), ...differ.map((line) => `\n**${line}**`)].join('\n')
  process.stdout.write(`${text}\n`)
  if (settings.readme) writeBetweenMarks(inRoot('README.md'), text)
  if (differ.length > 0) process.exitCode = 1
}

await main()

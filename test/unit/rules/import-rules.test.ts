import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '../../..')

/** Each rule of the table: a file and a line in it that breaks the rule. Every one must be told. */
const broken: readonly (readonly [file: string, line: string])[] = [
  ['shared/matching/x.ts', "import '../../renderer/data/index.ts'"],
  ['shared/matching/x.ts', "import '../../electron/services/index.ts'"],
  ['shared/matching/x.ts', "import 'node:fs'"],
  ['shared/matching/x.ts', "import 'node:fs/promises'"],
  ['shared/matching/x.ts', "import 'react'"],
  ['shared/matching/x.ts', "import 'dexie'"],
  ['shared/matching/x.ts', "import 'electron'"],
  ['electron/services/journal/x.ts', "import 'electron'"],
  ['electron/services/journal/x.ts', "import 'electron/main'"],
  ['electron/services/journal/x.ts', "import '../../main/window.ts'"],
  ['electron/services/journal/x.ts', "import '../../browser-host/host.ts'"],
  ['electron/services/journal/x.ts', "import '../../../renderer/data/index.ts'"],
  ['electron/services/x.ts', "import '../preload/preload.ts'"],
  ['electron/main/x.ts', "import '../../renderer/data/index.ts'"],
  ['electron/main/x.ts', "import '../browser-host/host.ts'"],
  ['electron/preload/x.ts', "import '../../renderer/desktop/index.ts'"],
  ['electron/browser-host/x.ts', "import 'electron'"],
  ['electron/browser-host/x.ts', "import '../main/window.ts'"],
  ['renderer/main.tsx', "import '../electron/services/index.ts'"],
  ['renderer/app/x.ts', "import '../../electron/services/index.ts'"],
  ['renderer/app/x.ts', "import 'node:fs'"],
  ['renderer/app/x.ts', "import Dexie from 'dexie'"],
  ['renderer/features/deals/x.ts', "import '../customers/index.ts'"],
  ['renderer/features/deals/x.ts', "export { a } from '../customers/index.ts'"],
  ['renderer/features/deals/x.ts', "import type { A } from '../customers/types.ts'"],
  ['renderer/features/deals/x.ts', "const a = await import('../customers/index.ts')"],
  ['renderer/features/deals/board/x.ts', "import '../../customers/index.ts'"],
  ['renderer/features/deals/board/parts/x.ts', "import '../../../customers/index.ts'"],
  ['renderer/features/deals/x.ts', "import '../../features/customers/index.ts'"],
  ['renderer/features/deals/x.ts', "import '../../app/router.tsx'"],
  ['renderer/features/deals/x.ts', "import '../../replication/index.ts'"],
  ['renderer/features/deals/x.ts', "import '../../../electron/services/index.ts'"],
  ['renderer/features/deals/x.ts', "import Dexie from 'dexie'"],
  ['renderer/features/deals/x.ts', 'await db.customers.put(row)'],
  ['renderer/features/deals/x.ts', "await book.db.table('customers').bulkDelete(ids)"],
  ['renderer/features/deals/x.ts', "await db.deals.where('id').anyOf(ids).modify({})"],
  ['renderer/app/x.ts', "await db.transaction('rw', db.deals, job)"],
  ['renderer/workers/x.ts', 'await rowsOf(db, table).bulkPut(rows)'],
  ['renderer/fields/x.ts', "import '../features/deals/index.ts'"],
  ['renderer/fields/x.ts', "import '../app/router.tsx'"],
  ['renderer/view-state/x.ts', "import '../data/index.ts'"],
  ['renderer/view-state/x.ts', "import '../ui/index.ts'"],
  ['renderer/desktop/x.ts', "import '../data/index.ts'"],
  ['renderer/desktop/x.ts', "import '../i18n/index.ts'"],
  ['renderer/data/x.ts', "import '../read-model/api.ts'"],
  ['renderer/data/x.ts', "import '../desktop/index.ts'"],
  ['renderer/replication/x.ts', "import '../read-model/api.ts'"],
  ['renderer/replication/x.ts', "import '../desktop/index.ts'"],
  ['renderer/read-model/x.ts', "import '../workers/x.ts'"],
  ['renderer/read-model/x.ts', "import '../ui/index.ts'"],
  ['renderer/workers/x.ts', "import '../features/deals/index.ts'"],
  ['renderer/workers/x.ts', "import '../i18n/index.ts'"],
  ['renderer/ui/x.ts', "import '../../shared/domain/index.ts'"],
  ['renderer/ui/x.ts', "import '../data/index.ts'"],
  ['renderer/ui/grid/x.ts', "import '../../features/deals/index.ts'"],
  ['renderer/i18n/x.ts', "import '../../shared/domain/index.ts'"],
  ['renderer/i18n/x.ts', "import '../ui/index.ts'"],
]

/** What the table allows. None may be told, or the rules would be met by forbidding everything. */
const allowed: readonly (readonly [file: string, line: string])[] = [
  ['shared/matching/y.ts', "import '../domain/index.ts'"],
  ['electron/services/journal/y.ts', "import '../disk/disk.ts'"],
  ['electron/services/journal/y.ts', "import 'node:fs/promises'"],
  ['electron/main/y.ts', "import 'electron'"],
  ['electron/browser-host/y.ts', "import '../services/index.ts'"],
  ['renderer/app/y.ts', "import '../features/deals/index.ts'"],
  ['renderer/features/deals/y.ts', "import '../../fields/index.ts'"],
  ['renderer/features/deals/y.ts', "import '../../../shared/domain/index.ts'"],
  ['renderer/features/deals/board/y.ts', "import '../x.ts'"],
  ['renderer/features/deals/board/parts/y.ts', "import '../../x.ts'"],
  ['renderer/features/deals/y.ts', "import { liveQuery } from 'dexie'"],
  ['renderer/features/deals/y.ts', 'await db.customers.get(id)'],
  ['renderer/features/deals/y.ts', 'chosen.delete(id)'],
  ['renderer/data/y.ts', "import Dexie from 'dexie'"],
  ['renderer/data/y.ts', 'await db.customers.put(row)'],
  ['renderer/view-state/y.ts', "import '../../shared/domain/index.ts'"],
  ['renderer/ui/y.ts', "import '../i18n/index.ts'"],
  ['renderer/workers/y.ts', "import '../read-model/api.ts'"],
]

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({
      category: z.string(),
      location: z.object({ path: z.string(), start: z.object({ line: z.int() }) }),
    }),
  ),
})

const ours = new Set(['lint/style/noRestrictedImports', 'plugin'])
const folder = mkdtempSync(join(tmpdir(), 'fairbook-rules-'))
let told = new Set<string>()

/** Where a line stands in the copy: the lines of a file in the order of the table. */
const place = (file: string, line: string): string => {
  const lines = [...broken, ...allowed].filter(([name]) => name === file).map(([, text]) => text)
  return `${file}:${lines.indexOf(line) + 1}`
}

/** Runs the linter as it is set up here over a copy that holds nothing but the lines of the tables. */
const lint = (): Set<string> => {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false', '.']
  let output: string
  try {
    output = execFileSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (error) {
    // A linter that has something to tell ends with an error.
    output = z.object({ stdout: z.string() }).parse(error).stdout
  }
  const report = reportSchema.parse(JSON.parse(output.slice(output.indexOf('{"summary"'))))
  const hits = report.diagnostics.filter((diagnostic) => ours.has(diagnostic.category))
  return new Set(hits.map(({ location }) => `${location.path.replaceAll('\\', '/')}:${location.start.line}`))
}

beforeAll(() => {
  cpSync(join(root, '.biome.json'), join(folder, '.biome.json'))
  cpSync(join(root, 'build/lint'), join(folder, 'build/lint'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const files = new Map<string, string[]>()
  for (const [file, line] of [...broken, ...allowed]) files.set(file, [...(files.get(file) ?? []), line])
  for (const [file, lines] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${lines.join('\n')}\n`)
  }
  told = lint()
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(broken)('%s may not say %s', (file, line) => {
  expect(told).toContain(place(file, line))
})

test.each(allowed)('%s may say %s', (file, line) => {
  expect(told).not.toContain(place(file, line))
})

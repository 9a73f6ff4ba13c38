import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { inBrowser } from './browser.ts'
import type { Builds } from './builds.ts'
import { startHost } from './host.ts'
import { customerAt } from './page/data.ts'
import { addProbe } from './probe.ts'
import type { Line } from './report.ts'
import { say, settings } from './settings.ts'
import type { Place } from './window.ts'

const HEADERS = [
  'First name',
  'Last name',
  'Company',
  'Job title',
  'Email',
  'Second email',
  'Phone',
  'Mobile phone',
  'Website',
  'Street',
  'Postal code',
  'City',
  'Country',
  'Birthday',
  'Language',
  'Industry',
  'Status',
  'Source',
  'Tags',
  'Notes',
]
const ROLES = ['Buyer', 'Owner', 'Architect', 'Site manager']
const INDUSTRIES = ['Construction', 'Retail', 'Furniture', 'Hotels']

const first = (entries: unknown): Record<string, string> =>
  Object.values(entries as Record<string, Record<string, string>>)[0] ?? {}

const cellsAt = (index: number): string[] => {
  const row = customerAt(index)
  const text = (field: string) => String(row[field])
  const phone = first(row['phones'])['value'] ?? ''
  const number = String(index).padStart(6, '0')
  return [
    text('givenName'),
    text('familyName'),
    // A thousand firms, each with several people.
    `${text('companyName').split(' ')[0]} ${index % 1_000}`,
    ROLES[index % ROLES.length] ?? '',
    `p${number}@example.com`,
    `${number}.home@example.org`,
    `+3706${number}0`,
    phone,
    `https://site${number}.example`,
    `Oak street ${index % 300}`,
    `LT-${10_000 + (index % 80_000)}`,
    first(row['addresses'])['city'] ?? '',
    'Lithuania',
    `19${50 + (index % 50)}-0${1 + (index % 9)}-1${index % 9}`,
    'Lithuanian',
    INDUSTRIES[index % INDUSTRIES.length] ?? '',
    text('status'),
    'Trade fair',
    Object.keys(row['tags'] as object).join(' '),
    `${text('notes')}, said at the fair`,
  ]
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const writeContacts = (file: string, rows: number): void => {
  const lines = [HEADERS, ...Array.from({ length: rows }, (_, index) => cellsAt(index))]
  writeFileSync(file, `${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`)
}

const UNTIL_DONE = { timeout: 280_000 }

type Times = { check: number; run: number; journal: number; long: number[] }

/** Imports the file through the window, as a person does. */
const importIn = async (page: Page, file: string): Promise<Times> => {
  await addProbe(page)
  await page.goto(`http://127.0.0.1:${settings.port + 1}/import`)
  const next = page.getByRole('button', { name: /^Next: / })
  const chooser = page.locator('main input[type=file]')
  await chooser.waitFor({ state: 'attached' })
  // What opening the page took is not the import's.
  await page.waitForTimeout(2_000)
  await page.evaluate(() => window.probe.long.splice(0))
  const asked = Date.now()
  await chooser.setInputFiles(file)
  for (const step of ['Columns', 'Rules']) await page.getByRole('button', { name: `Next: ${step}` }).click(UNTIL_DONE)
  await next.click(UNTIL_DONE)
  const start = page.getByRole('button', { name: /^Import [\d,]+ records?$/ })
  await page.getByRole('list', { name: 'Counts' }).waitFor(UNTIL_DONE)
  const checked = Date.now()
  await start.click()
  await page.getByText('The file is in the book').waitFor(UNTIL_DONE)
  const done = Date.now()
  await page.getByText('All saved').waitFor(UNTIL_DONE)
  const saved = Date.now()
  const long = await page.evaluate(() => window.probe.long)
  return { check: checked - asked, run: done - checked, journal: saved - checked, long }
}

/** An import of a file of twenty columns into an empty book, through the real window, worker and journal. */
export const importLines = async (builds: Builds, { profile, data }: Place, folder: string): Promise<Line[]> => {
  const rows = settings.importRows
  say(`import of ${rows} rows`)
  const file = join(folder, 'contacts.csv')
  writeContacts(file, rows)
  const host = await startHost(builds, 'window', data, settings.port + 1)
  try {
    const times = await inBrowser(profile, host.address, (page) => importIn(page, file))
    const what = `import of ${rows.toLocaleString('en')} rows of ${HEADERS.length} columns`
    const longest = times.long.length === 0 ? 0 : Math.max(...times.long)
    return [
      { what: `${what}: from the file to what it would do (s)`, fairbook: times.check / 1000 },
      { what: `${what}: until all is in the book (s)`, fairbook: times.run / 1000 },
      { what: `${what}: until all is in the journal (s)`, fairbook: times.journal / 1000 },
      {
        what: `main-thread tasks over 50 ms meanwhile; the longest ${Math.round(longest)} ms`,
        fairbook: times.long.length,
        aim: { to: 'self', below: 0, says: 'none' },
      },
    ]
  } finally {
    await host.stop()
  }
}

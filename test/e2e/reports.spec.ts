import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { visit } from './support/window.ts'
import { words } from './support/words.ts'

/** Saves the report on screen as PDF. @returns the text of each page, and the name of the file */
const pdfOf = async (window: Page, button: string): Promise<{ pages: string[]; name: string }> => {
  const [download] = await Promise.all([
    window.waitForEvent('download', { timeout: 60_000 }),
    window.getByRole('button', { name: button }).click(),
  ])
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', '-layout', await download.path(), '-'], { encoding: 'utf8' })
  const pages = text.normalize('NFKC').split('\f')
  return { pages: pages.filter((page) => page.trim() !== ''), name: download.suggestedFilename() }
}

/** The cells of the table on screen, row by row. */
const tableOf = (window: Page): Promise<string[][]> =>
  window
    .locator('main table tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))

const compact = (text: string): string => text.replaceAll(/\s+/g, ' ')

test('the pipeline is printed: its title, period, filters, numbers and page number', async ({ window }) => {
  await visit(window, '/reports/pipeline')
  await expect(window.getByRole('img', { name: 'Sales pipeline, chart' })).toBeVisible()
  const table = await tableOf(window)
  expect(table.length).toBeGreaterThan(4)
  const { pages, name } = await pdfOf(window, 'Save the report as PDF')
  expect(name).toMatch(/^Sales pipeline.*\.pdf$/)
  const [first = ''] = pages
  for (const text of ['Sales pipeline', 'All time', 'Filters', 'Made on', `Page 1 of ${pages.length}`])
    expect(first).toContain(text)
  const all = compact(pages.join(' '))
  // Each row stands there whole: its stage and the numbers that the screen shows.
  for (const [stage = '', count = '', value = ''] of table.slice(1)) expect(all).toContain(`${stage} ${count} ${value}`)
})

test('a long table goes on over pages with its head repeated', async ({ window }) => {
  await visit(window, '/reports/interactions')
  await window.getByRole('button', { name: /This quarter/ }).click()
  await window.getByRole('option', { name: 'Last 12 months' }).click()
  await expect.poll(async () => (await tableOf(window)).length).toBeGreaterThan(40)
  const [head = []] = await tableOf(window)
  const { pages } = await pdfOf(window, 'Save the report as PDF')
  expect(pages.length).toBeGreaterThan(1)
  for (const [index, page] of pages.entries()) {
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
    expect(compact(page)).toContain(head.slice(0, 4).join(' '))
  }
})

test('the table is saved as CSV: plain numbers, the same as on the screen', async ({ window }) => {
  await visit(window, '/reports/wonLost')
  await expect(window.locator('main table tr').nth(3)).toBeVisible()
  const table = await tableOf(window)
  const [download] = await Promise.all([
    window.waitForEvent('download'),
    window.getByRole('button', { name: 'Save the table as CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^Won and lost.*\.csv$/)
  const text = await readFile(await download.path(), 'utf8')
  const rows = text.slice(1).trim().split('\r\n')
  expect(text.charCodeAt(0)).toBe(0xfeff)
  expect(rows).toHaveLength(table.length)
  expect(rows[0]).toMatch(/^Month,From,To,Won,Lost,/)
  for (const [at, [month = '', won = '', lost = '']] of table.slice(1, -1).entries())
    expect(rows[at + 1]).toMatch(new RegExp(`^${month},\\d{4}-\\d\\d-\\d\\d,\\d{4}-\\d\\d-\\d\\d,${won},${lost},`))
})

test.describe('in Persian', () => {
  test.use({ language: 'fa' })

  test('a report is printed right to left, in Persian letters and digits', async ({ window }) => {
    const t = words.fa
    await visit(window, '/reports/pipeline')
    await expect(window.locator('main table tr').nth(3)).toBeVisible()
    const { pages, name } = await pdfOf(window, t['reports.pdfHelp'])
    expect(name).toContain(t['reports.pipeline'])
    const all = compact(pages.join(' '))
    for (const text of [t['reports.pipeline'], t['reports.madeOn'], t['reports.total'], t['reports.column.weighted']])
      expect(all).toContain(text.normalize('NFKC'))
    expect(all).toMatch(/[۰-۹]/)
    expect(all).toContain('۱')
    expect(all).not.toContain('Page')
  })
})

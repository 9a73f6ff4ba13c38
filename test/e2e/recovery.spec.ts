import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { chromium } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { startHostProcess } from './support/host.ts'
import { allSaved, begin, visit } from './support/window.ts'

test('without its window copy the book comes back from the files, and says so', async ({ window, host, context }) => {
  await begin(window, 'sample')
  await allSaved(window)
  await context.close()
  const browser = await chromium.launch(test.info().project.use.launchOptions)
  const fresh = await browser.newPage()
  await fresh.goto(host.address)
  await expect(fresh.getByText(/brought back from its files/)).toBeVisible()
  await visit(fresh, '/customers')
  await expect(fresh.getByRole('heading', { name: 'Customers' })).toBeVisible()
  await expect(fresh.getByText('300', { exact: true })).toBeVisible()
  await browser.close()
})

test('without its files the book is written to them again, and says so', async ({ window, host }) => {
  await begin(window, 'sample')
  await allSaved(window)
  await host.stop()
  for (const name of ['book.json', 'journal', 'snapshot'])
    await rm(join(host.dataFolder, name), { recursive: true, force: true })
  const again = await startHostProcess({ dataFolder: host.dataFolder, port: host.port })
  await window.goto(again.address)
  await expect(window.getByText(/being written again/)).toBeVisible()
  await allSaved(window)
  await again.stop()
})

test('a second program on the same folder is refused in plain words', async ({ window, host, context }) => {
  await begin(window, 'empty')
  const other = await startHostProcess({ dataFolder: host.dataFolder })
  const second = await context.newPage()
  await second.goto(other.address)
  await expect(second.getByRole('alert')).toContainText(host.dataFolder)
  await other.stop()
})

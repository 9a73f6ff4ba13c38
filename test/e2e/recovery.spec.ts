import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { chromium, type Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { startHostProcess } from './support/host.ts'
import { allSaved, closeNotices, rowOf, search, toastOf, visit } from './support/window.ts'

const addCustomer = async (window: Page, name: string): Promise<void> => {
  await visit(window, '/customers')
  await window.keyboard.press('n')
  await window.getByRole('dialog').getByRole('textbox', { name: 'Last name' }).fill(name)
  await window.keyboard.press('Control+Enter')
  await expect(window.getByRole('complementary', { name })).toBeVisible()
}

test('without its window copy the book comes back from the files, and says so', async ({ window, host }) => {
  await addCustomer(window, 'Survivor')
  await allSaved(window)
  const browser = await chromium.launch(test.info().project.use.launchOptions)
  try {
    const fresh = await browser.newPage()
    await fresh.goto(host.address)
    await expect(toastOf(fresh, /brought back from its files: [\d,]+ records/)).toBeVisible()
    await visit(fresh, '/customers')
    await expect(fresh.getByText('301', { exact: true })).toBeVisible()
    await search(fresh, 'survivor')
    await expect(rowOf(fresh, /Survivor/)).toBeVisible()
  } finally {
    await browser.close()
  }
})

test('without its files the book is written to them again, and says so', async ({ page: window, host, browser }) => {
  // Not the `window` of the fixtures: while the host is gone, its console may well tell that.
  await window.goto(host.address)
  await closeNotices(window)
  await addCustomer(window, 'Survivor')
  await allSaved(window)
  await host.stop()
  for (const name of ['book.json', 'journal', 'snapshot'])
    await rm(join(host.dataFolder, name), { recursive: true, force: true })
  const again = await startHostProcess({ dataFolder: host.dataFolder, port: host.port })
  try {
    await window.goto(again.address)
    await expect(toastOf(window, /being written again/)).toBeVisible()
    await allSaved(window)
    const context = await browser.newContext()
    const fresh = await context.newPage()
    await fresh.goto(again.address)
    await visit(fresh, '/customers')
    await expect(fresh.getByText('301', { exact: true })).toBeVisible()
    await context.close()
  } finally {
    await again.stop()
  }
})

test('a second program on the same folder is refused in plain words', async ({ window, host, context }) => {
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  const other = await startHostProcess({ dataFolder: host.dataFolder })
  try {
    const second = await context.newPage()
    await second.goto(other.address)
    await expect(second.getByRole('alert')).toContainText('Another Fairbook is already using this data folder')
  } finally {
    await other.stop()
  }
})

test.describe('when the desktop side dies', () => {
  test('what is written then is told as not saved, and reaches the files when it is back', async ({ page, host }) => {
    await page.goto(host.address)
    await expect(toastOf(page, /brought back/)).toBeVisible({ timeout: 30_000 })
    await allSaved(page)
    // Pages come from the desktop side too: this one is open when it dies.
    await visit(page, '/customers')
    await host.kill()
    await addCustomer(page, 'Meanwhile')
    await expect(page.getByRole('alert').filter({ hasText: '1 change is not in the files' })).toBeVisible()
    const again = await startHostProcess({ dataFolder: host.dataFolder, port: host.port })
    try {
      await page.goto(again.address)
      await allSaved(page)
      await visit(page, '/customers')
      await search(page, 'meanwhile')
      await expect(rowOf(page, /Meanwhile/)).toBeVisible()
    } finally {
      await again.stop()
    }
  })
})

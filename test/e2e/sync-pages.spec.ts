import type { Page } from '@playwright/test'

import { type Language, languageInfo } from '../../renderer/i18n/languages.ts'
import { expect } from './support/fixtures.ts'
import { outOfSight, scrollsSideways, seriousOn, textsOf } from './support/sweep.ts'
import {
  addCustomer,
  findBook,
  goOn,
  joinOther,
  makeAvailable,
  PASSPHRASE,
  pauseSync,
  setStatus,
  syncNow,
  syncStatus,
} from './support/sync.ts'
import { test } from './support/two-windows.ts'
import { closeNotices, settle, visit } from './support/window.ts'
import { isEnglish, words } from './support/words.ts'

type Look = (where: string) => Promise<void>

const closeDialog = async (window: Page): Promise<void> => {
  await expect(async () => {
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toHaveCount(0, { timeout: 1_000 })
  }).toPass()
}

/** Everything that a window shows once its book syncs. */
const eachPart = async (window: Page, language: Language, look: Look): Promise<void> => {
  const t = words[language]
  await visit(window, '/conflicts')
  await look('conflicts')
  await visit(window, '/settings/sync')
  await look('settings')
  const main = window.locator('main')
  const openings = [
    ['add a device', t['sync.addDevice']],
    ['passphrase', t['sync.keys.changePassphrase']],
    ['recovery key', t['sync.keys.newRecoveryKey']],
    ['read a file', t['sync.files.read']],
  ] as const
  for (const [name, label] of openings) {
    await main.getByRole('button', { name: label, exact: true }).click()
    if (name === 'add a device') await window.getByRole('button', { name: t['sync.addDevice.show'] }).click()
    await look(name)
    await closeDialog(window)
  }
  await main.getByRole('button', { name: t['sync.leave'], exact: true }).click()
  await look('leave')
  await window.keyboard.press('Escape')
  await expect(window.getByRole('alertdialog', { name: t['sync.leave.title'] })).toHaveCount(0)
  await syncStatus(window, t['sync.status.upToDate'], t['app.nav']).click()
  await look('status')
  await closeDialog(window)
}

const speak = async (window: Page, language: Language): Promise<void> => {
  await visit(window, '/settings/appearance')
  await window.locator('main').getByText(languageInfo[language].name, { exact: true }).click()
  await expect(window.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`))
}

test('what a window shows once its book syncs: axe, both colours, four languages, and a narrow window', async ({
  openWindow,
  shared,
}) => {
  test.setTimeout(600_000)
  const first = await openWindow('empty')
  await addCustomer(first, 'Undecided')
  await makeAvailable(first, { path: shared })
  await expect(syncStatus(first, 'Up to date')).toBeVisible({ timeout: 60_000 })
  const second = await openWindow('new')
  await second.getByRole('button', { name: /^Join a book/ }).click()
  await joinOther(second, await findBook(second, { path: shared }), PASSPHRASE)
  await pauseSync(first)
  await pauseSync(second)
  await setStatus(first, 'Undecided', 'Disqualified')
  await setStatus(second, 'Undecided', 'Prospect')
  await goOn(second)
  await syncNow(second)
  await goOn(first)
  await syncNow(first)

  // What was said in English when it happened is not said anew.
  await closeNotices(first)
  const found: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    await first.emulateMedia({ colorScheme: theme })
    await eachPart(first, 'en', async (where) => {
      found.push(...(await seriousOn(first, `${where}, ${theme}`, theme === 'dark')))
    })
  }
  await first.emulateMedia({ colorScheme: 'light' })
  for (const language of ['fa', 'lt', 'ru'] as const) {
    await speak(first, language)
    await eachPart(first, language, async (where) => {
      await settle(first)
      const texts = await textsOf(first)
      found.push(...texts.filter(isEnglish).map((text) => `${where} in ${language}: ${text}`))
    })
  }
  await first.setViewportSize({ width: 760, height: 700 })
  for (const language of ['ru', 'fa', 'en'] as const) {
    await speak(first, language)
    for (const path of ['/conflicts', '/settings/sync']) {
      await visit(first, path)
      await settle(first)
      if (await scrollsSideways(first)) found.push(`${path} scrolls sideways in ${language}`)
      found.push(...(await outOfSight(first)).map((what) => `${path} in ${language}: ${what}`))
    }
  }
  expect([...new Set(found)]).toEqual([])
})

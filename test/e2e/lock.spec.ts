import { join } from 'node:path'

import { type BrowserContext, chromium, type Page } from '@playwright/test'

import { pack } from '../../shared/wire.ts'
import { copyBook } from './support/books.ts'
import { expect, test } from './support/fixtures.ts'
import { grepFolder } from './support/grep.ts'
import { removeFolder, startHostProcess } from './support/host.ts'
import { give, isOpen, lockScreen, PASSPHRASE, setPassphrase } from './support/lock.ts'
import { outOfSight, scrollsSideways, seriousOn } from './support/sweep.ts'
import { allSaved, rowOf, search, visit } from './support/window.ts'

const addCustomer = async (window: Page, familyName: string, email: string): Promise<void> => {
  // From a page without a search, which would take the key for itself.
  await visit(window, '/')
  await window.keyboard.press('n')
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Last name' }).fill(familyName)
  await dialog.getByRole('textbox', { name: 'E-mail' }).first().fill(email)
  await window.keyboard.press('Control+Enter')
  await expect(window.getByRole('complementary', { name: familyName })).toBeVisible()
}

const lockNow = async (window: Page): Promise<void> => {
  await window.keyboard.press('Control+l')
  await expect(lockScreen(window)).toBeVisible()
}

/** Everything that stands in the window, its title and what the page keeps of the browser's storage included. */
const heldBy = (window: Page): Promise<string> =>
  window.evaluate(() => [document.title, document.documentElement.outerHTML, JSON.stringify(localStorage)].join('\n'))

test('a locked book leaves nothing to read on the disk, neither in its folder nor in the profile of the window', async () => {
  test.slow()
  const dataFolder = await copyBook('sample')
  const profile = join(dataFolder, 'browser')
  const { launchOptions } = test.info().project.use
  const openWindow = async (address: string): Promise<{ context: BrowserContext; window: Page }> => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, locale: 'en-GB' })
    const window = context.pages()[0] ?? (await context.newPage())
    await window.goto(address)
    return { context, window }
  }
  const known = ['Zyxelija', 'Quixotaite', 'Šventoji Žvilgančioji', 'zyxelija@quixote.example', 'zyxel']

  const first = await startHostProcess({ dataFolder })
  let { context, window } = await openWindow(first.address)
  await isOpen(window)
  await addCustomer(window, 'Zyxelija Quixotaite', 'zyxelija@quixote.example')
  await addCustomer(window, 'Šventoji Žvilgančioji', 'kita@quixote.example')
  await search(window, 'zyxel')
  await expect(rowOf(window, /Zyxelija/)).toBeVisible()
  const names = await window.getByRole('row').getByRole('gridcell').allTextContents()
  expect(names.length).toBeGreaterThan(0)
  await allSaved(window)
  await context.close()
  // What the test looks for can be found: in the open, all of it stands in the files.
  const before = await grepFolder(dataFolder, known.slice(0, 4))
  for (const text of known.slice(0, 4)) expect(before.found.join('\n')).toContain(text)
  ;({ context, window } = await openWindow(first.address))
  await isOpen(window)
  await visit(window, '/settings/security')
  await setPassphrase(window)
  await context.close()
  await first.stop()

  const second = await startHostProcess({ dataFolder })
  ;({ context, window } = await openWindow(second.address))
  await expect(lockScreen(window)).toBeVisible()
  await give(window, PASSPHRASE)
  await isOpen(window)
  await visit(window, '/customers')
  await search(window, 'zyxel')
  await expect(rowOf(window, /Zyxelija/)).toBeVisible()
  await addCustomer(window, 'Nočia Wrzeszcz', 'nocia@quixote.example')
  // Until the columns of the search are saved too. What is not yet in the files can't be counted from outside any more.
  await window.waitForTimeout(8_000)
  await expect(window.getByRole('status').filter({ hasText: 'All saved' })).toBeVisible()
  await lockNow(window)
  await context.close()
  await second.stop()

  const after = await grepFolder(dataFolder, [...known, 'Wrzeszcz', 'nocia@quixote', 'quixote.example'])
  expect(after.found).toEqual([])
  expect(after.bytes).toBeGreaterThan(1_000_000)
  await removeFolder(dataFolder)
})

test.describe('the lock screen', () => {
  // A wrong passphrase slows the next one down, and what fails is told in the console.
  test.beforeEach(async ({ page, host }) => {
    await page.goto(host.address)
    await isOpen(page)
    await visit(page, '/settings/security')
  })

  test('opens with the passphrase only, slows down after wrong ones, and tells what to do without it', async ({
    page,
  }) => {
    await setPassphrase(page)
    await visit(page, '/customers')
    await lockNow(page)
    const held = await heldBy(page)
    for (const name of ['Ruiz', 'Customers', 'Deals']) expect(held).not.toContain(name)
    await expect(page.getByRole('textbox', { name: 'Passphrase' })).toBeFocused()
    await give(page, 'a wrong one')
    await expect(page.getByText('This is not the passphrase of the book.')).toBeVisible()
    // The seventh try has to wait for eight seconds: long enough to be read, whatever the machine does besides.
    for (let round = 0; round < 5; round += 1) {
      await expect(page.getByRole('button', { name: 'Unlock' })).toBeEnabled()
      await give(page, 'another wrong one')
      await expect(page.getByText(/This is not the passphrase|Too many wrong tries/)).toBeVisible()
    }
    await expect(page.getByText(/Too many wrong tries. The next one is possible in \d+ second/)).toBeVisible()
    await page.getByRole('button', { name: 'Both forgotten?' }).click()
    await expect(page.getByText('Then nothing can be done.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeEnabled({ timeout: 30_000 })
    await give(page, PASSPHRASE)
    await expect(page).toHaveURL(/customers/)
    await isOpen(page)
  })

  test('opens with the recovery key, and tells one that is mistyped from a wrong one', async ({ page }) => {
    const recoveryKey = await setPassphrase(page)
    await lockNow(page)
    await page.getByRole('button', { name: 'Use the recovery key' }).click()
    const field = page.getByRole('textbox', { name: 'Recovery key' })
    await expect(field).toBeFocused()
    const last = recoveryKey.at(-1)
    await field.fill(`${recoveryKey.slice(0, -1)}${last === '7' ? '8' : '7'}`)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Something in this key is mistyped.')).toBeVisible()
    await field.fill(recoveryKey.toLowerCase().replaceAll('-', ' '))
    await page.keyboard.press('Enter')
    await isOpen(page)
  })

  test('comes in every window when one is locked, and nothing written is lost', async ({ page, context, host }) => {
    await setPassphrase(page)
    const other = await context.newPage()
    await other.goto(page.url())
    await isOpen(other)
    await visit(page, '/customers')
    await page.keyboard.press('n')
    await page.getByRole('dialog').getByRole('textbox', { name: 'Last name' }).fill('Lastminute')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('complementary', { name: 'Lastminute' })).toBeVisible()
    await page.keyboard.press('Control+l')
    await expect(lockScreen(page)).toBeVisible()
    await expect(lockScreen(other)).toBeVisible()
    await give(other, PASSPHRASE)
    await isOpen(other)
    await visit(other, '/customers')
    await search(other, 'lastminute')
    await expect(rowOf(other, /Lastminute/)).toBeVisible()
    expect(host.output()).not.toContain('Lastminute')
  })

  test('comes when the desktop side closed the book, whatever stands open', async ({ page }) => {
    await setPassphrase(page)
    await visit(page, '/customers')
    await page.keyboard.press('n')
    await expect(page.getByRole('dialog')).toBeVisible()
    // As the system does when the computer goes to sleep: nobody tells the window.
    await page.evaluate(
      async (message) => void (await fetch('/api/lock.close', { method: 'POST', body: new Uint8Array(message) })),
      [...pack({ input: {} }, { encode: (text) => Buffer.from(text), decode: String })],
    )
    await expect(lockScreen(page)).toBeVisible({ timeout: 30_000 })
  })
})

test('locks by itself when nobody is there', async ({ page, host }) => {
  await page.clock.install()
  await page.goto(host.address)
  await isOpen(page)
  await visit(page, '/settings/security')
  await setPassphrase(page)
  await visit(page, '/settings/security')
  await page.getByRole('button', { name: /Lock by itself/ }).click()
  await page.getByRole('option', { name: 'After 2 minutes' }).click()
  await expect(page.getByRole('button', { name: /After 2 minutes/ })).toBeVisible()
  for (let spent = 0; spent < 100; spent += 5) await page.clock.runFor(5_000)
  await expect(lockScreen(page)).toBeHidden()
  for (let spent = 0; spent < 30; spent += 5) await page.clock.runFor(5_000)
  await expect(lockScreen(page)).toBeVisible()
})

test('the passphrase and the recovery key change, and the lock comes off', async ({ page, host }) => {
  await page.goto(host.address)
  await isOpen(page)
  await visit(page, '/settings/security')
  const old = await setPassphrase(page)
  await visit(page, '/settings/security')

  await page.getByRole('button', { name: 'Change the passphrase…' }).click()
  let dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Passphrase' }).first().fill(PASSPHRASE)
  await dialog.getByRole('textbox', { name: 'Passphrase' }).last().fill('another calm one entirely')
  await dialog.getByRole('textbox', { name: 'The same again' }).fill('another calm one entirely')
  await dialog.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(dialog).toBeHidden({ timeout: 30_000 })

  await page.getByRole('button', { name: 'New recovery key…' }).click()
  dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Passphrase' }).fill('another calm one entirely')
  await dialog.getByRole('button', { name: 'Make a new one' }).click()
  await expect(dialog.locator('output')).toBeVisible({ timeout: 30_000 })
  expect(await dialog.locator('output').textContent()).not.toBe(old)
  await dialog.getByText('I have put it away').click()
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  await lockNow(page)
  await page.getByRole('button', { name: 'Use the recovery key' }).click()
  await page.getByRole('textbox', { name: 'Recovery key' }).fill(old)
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is not the recovery key of this book.')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Use the passphrase' }).click()
  await give(page, 'another calm one entirely')
  await isOpen(page)

  await visit(page, '/settings/security')
  await page.getByRole('button', { name: 'Take the passphrase off…' }).click()
  dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Passphrase' }).fill('another calm one entirely')
  await dialog.getByRole('button', { name: 'Take it off' }).click()
  await expect(dialog).toBeHidden({ timeout: 60_000 })
  await isOpen(page)
  await visit(page, '/settings/security')
  await expect(page.getByRole('button', { name: 'Set a passphrase…' })).toBeVisible()
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([
    expect.not.stringContaining('sealed'),
  ])
  await visit(page, '/customers')
  await expect(page.getByText('300', { exact: true })).toBeVisible()
})

const looks = [
  { language: 'en', theme: 'light', width: 1350 },
  { language: 'lt', theme: 'dark', width: 1350 },
  { language: 'ru', theme: 'light', width: 420 },
  { language: 'fa', theme: 'dark', width: 420 },
] as const

for (const { language, theme, width } of looks) {
  test.describe(`in ${language}, ${theme}, ${width} px wide`, () => {
    test.use({ language, viewport: { width, height: 820 }, colorScheme: theme })

    test('axe finds nothing serious on the lock screen and in Settings › Security, and all is in sight', async ({
      page,
      host,
    }) => {
      await page.addInitScript((chosen) => {
        const prefs = { state: { theme: 'system', language: chosen, userName: '' }, version: 0 }
        if (localStorage.getItem('fairbook.prefs') === null)
          localStorage.setItem('fairbook.prefs', JSON.stringify(prefs))
      }, language)
      await page.goto(host.address)
      await isOpen(page)
      await visit(page, '/settings/security')
      const look = async (where: string) => {
        await page.screenshot({ path: test.info().outputPath(`${where}.png`) })
        expect(await seriousOn(page, where, false)).toEqual([])
        expect(await outOfSight(page)).toEqual([])
        expect(await scrollsSideways(page)).toBe(false)
      }
      await look('off')
      await page.locator('main section').first().getByRole('button').click()
      const dialog = page.getByRole('dialog')
      const fields = dialog.locator('input')
      await fields.first().fill(PASSPHRASE)
      await fields.last().fill(PASSPHRASE)
      await look('set')
      await page.keyboard.press('Enter')
      await expect(dialog.locator('output')).toBeVisible({ timeout: 60_000 })
      await look('key')
      await dialog.locator('label').click()
      await dialog.locator('footer').getByRole('button').click()
      await expect(dialog).toBeHidden({ timeout: 60_000 })
      await isOpen(page)
      await visit(page, '/settings/security')
      await look('on')
      await page.keyboard.press('Control+l')
      await expect(page.locator('input')).toBeFocused()
      await look('locked')
      await page.locator('input').fill('a wrong one')
      await page.keyboard.press('Enter')
      await expect(page.locator('input[aria-invalid=true]')).toBeVisible()
      await page.locator('form button[aria-expanded]').click()
      await look('wrong')
    })
  })
}

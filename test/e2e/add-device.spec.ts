import { expect, test } from './support/fixtures.ts'
import { makeAvailable } from './support/sync.ts'
import { visit } from './support/window.ts'
import { words } from './support/words.ts'

test.use({ book: 'empty', viewport: { width: 1280, height: 800 } })

test('the code for another device, as a picture and as text, and its button are seen at once', async ({ window }) => {
  await makeAvailable(window, 'file')
  for (const language of ['en', 'ru', 'fa'] as const) {
    const t = words[language]
    if (language !== 'en') {
      await visit(window, '/settings/appearance')
      await window.locator('main').getByText({ ru: 'Русский', fa: 'فارسی' }[language], { exact: true }).click()
      await visit(window, '/settings/sync')
    }
    await window.locator('main').getByRole('button', { name: t['sync.addDevice'] }).click()
    await window.getByRole('button', { name: t['sync.addDevice.show'] }).click()
    const box = window.getByRole('dialog', { name: t['sync.addDeviceTitle'] })
    await expect(box.getByRole('img', { name: t['sync.code.title'] })).toBeInViewport({ ratio: 1 })
    await expect(box.getByRole('textbox', { name: t['sync.code.asText'] })).toBeInViewport({ ratio: 1 })
    await expect(box.getByRole('button', { name: t['secrets.copy'] })).toBeInViewport({ ratio: 1 })
    await window.keyboard.press('Escape')
    await expect(box).toHaveCount(0)
  }
})

import { expect, test } from './support/fixtures.ts'
import { begin, rowOf, visit } from './support/window.ts'

test('everything of a day is done without a pointer', async ({ window }) => {
  await begin(window, 'sample')
  const press = (...keys: string[]) =>
    keys.reduce((last, key) => last.then(() => window.keyboard.press(key)), Promise.resolve())

  await press('?')
  await expect(window.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await press('Escape')

  await press('Control+k')
  await window.keyboard.type('weber anja')
  await expect(window.getByRole('option', { name: /Anja Weber/ }).first()).toBeVisible()
  await press('Enter')
  await expect(window.getByRole('heading', { name: 'Anja Weber' })).toBeVisible()
  await window.getByRole('textbox', { name: 'What happened' }).focus()
  await window.keyboard.type('Called back, all agreed')
  await press('Control+Enter')
  await expect(window.getByText('Called back, all agreed')).toBeVisible()

  await press('Escape')
  await visit(window, '/')
  await press('g', 'd')
  await expect(window.getByRole('heading', { name: 'Deals', level: 1 })).toBeVisible()
  await press('g', 'c')
  await expect(window.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible()

  await press('n')
  await window.keyboard.type('Keyboard')
  await press('Tab')
  await window.keyboard.type('Only')
  await press('Control+Enter')
  await window.getByRole('searchbox', { name: 'Search customers' }).focus()
  await window.keyboard.type('only key')
  await expect(rowOf(window, /Keyboard Only/)).toBeVisible()
  await press('Escape')

  for (
    let tabs = 0;
    tabs < 40 && !(await window.evaluate(() => document.activeElement?.closest('[role=row]')));
    tabs += 1
  )
    await press('Tab')
  await press('Home', 'ArrowDown', 'Space', 'Shift+ArrowDown')
  await expect(window.getByRole('row', { selected: true })).toHaveCount(2)
})

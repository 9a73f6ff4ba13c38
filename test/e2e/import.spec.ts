import { readFile } from 'node:fs/promises'

import { expect, test } from './support/fixtures.ts'
import {
  another,
  check,
  chooseFiles,
  counts,
  expectStep,
  fixture,
  goToStep,
  importFile,
  importPage,
  rowDetails,
  rowNamed,
  runImport,
  textFile,
} from './support/import.ts'
import { begin, rowOf, search, visit } from './support/window.ts'

test.describe('with a new book', () => {
  test.use({ book: 'new' })

  test('a file of contacts is recognised, shown, imported, found, and undone as a whole', async ({ window }) => {
    await begin(window, 'import')
    const page = importPage(window)
    await chooseFiles(window, fixture('google.csv'))
    await expect(page.getByText('Recognised: Google Contacts.')).toBeVisible()
    await expect(page.getByRole('cell', { name: 'milda@silobaldai.example' }).first()).toBeVisible()
    await goToStep(window, 'Columns')
    await expect(page.getByRole('row', { name: /E-mail 1 - Value/ })).toContainText('By source')
    await expect(page.getByText(/left out, because only what is needed should come in/)).toBeVisible()

    const expected = await check(window)
    expect(expected).toMatchObject({ Updated: 0, Unchanged: 0 })
    expect(expected.New).toBeGreaterThan(1)
    await rowNamed(window, /Milda Kalnienė/).click()
    await expect(rowDetails(window)).toContainText('milda@silobaldai.example')
    await runImport(window)
    expect(await counts(window)).toEqual(expected)

    await page.getByRole('button', { name: /^Show the new ones/ }).click()
    await expect(window.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible()
    await expect(rowOf(window, /Milda Kalnienė/)).toBeVisible()
    await expect(window.getByText('google.csv')).toBeVisible()
    await search(window, '61234567')
    await expect(rowOf(window, /Milda Kalnienė/)).toBeVisible()
    await search(window, 'marsh peter')
    await expect(rowOf(window, /Marsh/)).toBeVisible()

    await visit(window, '/settings/imports')
    await window.getByRole('button', { name: 'Undo import: google.csv' }).click()
    await expect(window.getByText(/as they were before the import/)).toBeVisible()
    await visit(window, '/import')
    await expect(page.getByText('The import was undone')).toBeVisible()
    await another(window)
    await expect(page.getByRole('listitem').filter({ hasText: 'google.csv' })).toContainText('Undone')
    await visit(window, '/trash')
    await expect(window.getByText('Milda Kalnienė')).toBeVisible()
  })

  test('a file that is no table is told in plain words, and another can be chosen', async ({ window }) => {
    await begin(window, 'import')
    const page = importPage(window)
    await chooseFiles(window, { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) })
    await expect(page.getByRole('alert')).toContainText('There is nothing in the file to import. Choose another file.')
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3)) % 256))
    const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), noise])
    await chooseFiles(window, { name: 'photo.csv', mimeType: 'text/csv', buffer: picture })
    await expect(page.getByRole('alert')).toContainText('photo.csv')
    await expect(page.getByRole('alert')).not.toContainText('empty.csv')
    await chooseFiles(window, fixture('linkedin.csv'))
    await expect(page.getByText('Recognised: LinkedIn connections.')).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test('a row that cannot be read is saved to mend, mended, and comes in alone; the same file again changes nothing', async ({
    window,
  }) => {
    await begin(window, 'import')
    const page = importPage(window)
    const csv =
      'First name,Last name,E-mail,Birthday\nAda,Byron,ada@example.org,1815-12-10\nBad,Day,x@example.org,soon\n'
    await chooseFiles(window, textFile('people.csv', csv))
    expect(await check(window)).toMatchObject({ New: 1, 'To mend': 1 })
    await page.getByRole('button', { name: /To mend/ }).click()
    await rowNamed(window, /Bad/).click()
    await expect(rowDetails(window)).toContainText('Birthday: this is no date (“\u2068soon\u2069”)')
    await page.getByText('Bring these rows in all the same').click()
    await expect.poll(() => counts(window)).toMatchObject({ New: 2, 'To mend': 0 })
    await page.getByText('Bring these rows in all the same').click()
    await expect.poll(() => counts(window)).toMatchObject({ New: 1, 'To mend': 1 })
    await runImport(window)

    const [download] = await Promise.all([
      window.waitForEvent('download'),
      page.getByRole('button', { name: 'Save these rows to mend' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('people to mend.csv')
    const toMend = await readFile(await download.path(), 'utf8')
    expect(toMend).toContain('Bad,Day,x@example.org,soon')
    expect(toMend).toContain('this is no date')
    expect(toMend).not.toContain('Byron')

    await another(window)
    await chooseFiles(window, textFile('people to mend.csv', toMend.replace(',soon', ',1990-01-31')))
    expect(await check(window)).toMatchObject({ New: 1, 'To mend': 0 })
    await runImport(window)

    await another(window)
    await chooseFiles(window, textFile('people.csv', csv.replace(',soon', ',1990-01-31')))
    expect(await check(window)).toMatchObject({ New: 0, Updated: 0, Unchanged: 2, 'To mend': 0 })
    await expect(page.getByRole('button', { name: /^Import / })).toBeDisabled()
  })

  test('dates that can be read in two ways are asked about before anything is checked', async ({ window }) => {
    await begin(window, 'import')
    const page = importPage(window)
    await chooseFiles(
      window,
      textFile(
        'dates.csv',
        'Name,E-mail,Birthday\nAda Byron,ada@example.org,03/04/1984\nEva Stone,eva@x.example,05/06/1990\n',
      ),
    )
    await goToStep(window, 'Columns')
    const next = page.getByRole('button', { name: 'Next: Rules' })
    await expect(next).toBeDisabled()
    await page.getByText('4 March 1984 (month first)').click()
    await expect(next).toBeEnabled()
    await check(window)
    await rowNamed(window, /Ada Byron/).click()
    await expect(rowDetails(window)).toContainText('4 Mar 1984')
  })

  test('the way back loses nothing, and rules decide about records that are there', async ({ window }) => {
    await begin(window, 'import')
    const page = importPage(window)
    const first = 'Name,E-mail,City\nAda Byron,ada@example.org,London\n'
    await importFile(window, textFile('first.csv', first))
    await another(window)
    const second = 'Name,E-mail,City,Shoe size\nAda Byron,ada@example.org,Paris,37\nEva Stone,eva@x.example,,38\n'
    await chooseFiles(window, textFile('second.csv', second))
    await goToStep(window, 'Rules')
    await page.getByText('Only add new records').click()
    await page.getByRole('textbox', { name: 'Tag' }).fill('Spring fair')
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await expectStep(window, 'Columns')
    await page.getByRole('button', { name: /Where “Shoe size” goes/ }).click()
    await window.getByRole('option', { name: 'New field from this column…' }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Add field' }).click()
    await expect(page.getByRole('row', { name: /Shoe size/ })).toContainText('By you')

    expect(await check(window)).toMatchObject({ New: 1, Skipped: 1 })
    await rowNamed(window, /Eva Stone/).click()
    await expect(rowDetails(window)).toContainText('Spring fair')
    await expect(rowDetails(window)).toContainText('Shoe size')
    await page.getByRole('button', { name: /Skipped/ }).click()
    await expect(rowNamed(window, /Ada Byron/)).toContainText('it is in the book already')
    await runImport(window)
    await visit(window, '/customers')
    await rowOf(window, /Eva Stone/).click()
    await expect(window.getByRole('complementary', { name: 'Eva Stone' })).toContainText('38')
  })
})

test('a file that is dropped anywhere on the window goes to the import', async ({ window }) => {
  await visit(window, '/customers')
  await window.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['Name,E-mail\nAda Byron,ada@example.org\n'], 'dropped.csv', { type: 'text/csv' }))
    const target = document.querySelector('main h1') ?? document.body
    for (const type of ['dragover', 'drop'])
      target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
  })
  await expect(importPage(window).getByText('dropped.csv')).toBeVisible()
  expect(await check(window)).toMatchObject({ New: 1 })
})

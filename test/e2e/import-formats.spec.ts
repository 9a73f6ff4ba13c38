import { rowsXml, workbookOf } from '../unit/shared/import/xlsx/workbook-of.ts'
import { expect, test } from './support/fixtures.ts'
import { check, chooseFiles, counts, importPage, rowDetails, rowNamed, runImport, textFile } from './support/import.ts'
import { begin, rowOf, visit } from './support/window.ts'

test.use({ book: 'new' })

test('a workbook is read sheet by sheet', async ({ window }) => {
  await begin(window, 'import')
  const page = importPage(window)
  const bytes = workbookOf({
    sheets: [
      { name: 'Notes', rows: rowsXml([['Made in spring'], ['For nobody']]) },
      {
        name: 'People',
        rows: rowsXml([
          ['Name', 'E-mail', 'Phone'],
          ['Ada Byron', 'ada@example.org', '+44 20 7946 0000'],
          ['Eva Stone', 'eva@example.org', ''],
        ]),
      },
    ],
  })
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await chooseFiles(window, { name: 'fair.xlsx', mimeType, buffer: Buffer.from(bytes) })
  await page.getByRole('button', { name: /Sheet/ }).click()
  await window.getByRole('option', { name: 'People' }).click()
  await expect(page.getByRole('cell', { name: 'ada@example.org' })).toBeVisible()
  expect(await check(window)).toMatchObject({ New: 2, 'To mend': 0 })
  await runImport(window)
  await visit(window, '/customers')
  await expect(rowOf(window, /Ada Byron/)).toBeVisible()
})

const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test('cards of several people come in with their photos as files', async ({ window }) => {
  await begin(window, 'import')
  const page = importPage(window)
  const cards = [
    `BEGIN:VCARD\r\nVERSION:3.0\r\nN:Kalnienė;Milda;;;\r\nFN:Milda Kalnienė\r\nORG:Šilo baldai\r\nEMAIL:milda@silobaldai.example\r\nPHOTO;ENCODING=b;TYPE=PNG:${DOT}\r\nEND:VCARD`,
    'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Anton Petrov\r\nTEL;VALUE=uri:tel:+371-2000-1000\r\nEND:VCARD',
  ]
  await chooseFiles(window, textFile('phone.vcf', cards.join('\r\n'), 'text/vcard'))
  await expect(page.getByText('1 photo')).toBeVisible()
  expect(await check(window)).toMatchObject({ New: 2 })
  await runImport(window)
  await visit(window, '/customers')
  await rowOf(window, /Milda Kalnienė/).click()
  const panel = window.getByRole('complementary', { name: 'Milda Kalnienė' })
  await panel.getByRole('tab', { name: /Files/ }).click()
  await expect(panel.getByRole('tabpanel')).toContainText(/\.png/)
})

const people =
  'Person - Name,Person - First name,Person - Last name,Person - Phone,Person - Email (Work),Organization - Name\n' +
  'Anton Petrov,Anton,Petrov,+371 2000 1000,anton@riga.example,Riga Wood SIA\n'
const deals =
  'Deal - Title,Deal - Value,Deal - Stage,Deal - Expected close date,Deal - Currency of value,Deal - Status,Deal - Pipedrive System ID,Organization,Contact person\n' +
  'Spring boards,18400,Proposal,2026-12-12,EUR,Open,7001,Riga Wood SIA,Anton Petrov\n' +
  'Ghost,5,Proposal,,EUR,Open,7002,Unknown Ltd,Nobody Known\n'

test('deals of Pipedrive find the people and companies that came before them', async ({ window }) => {
  await begin(window, 'import')
  const page = importPage(window)
  await chooseFiles(window, textFile('deals.csv', deals), textFile('people.csv', people))
  // Whatever the order in which they were chosen: what is pointed to comes first.
  await expect(page.getByText('Recognised: Pipedrive people.')).toBeVisible()
  expect(await check(window)).toMatchObject({ New: 1 })
  await runImport(window)
  await page.getByRole('button', { name: 'Next file: deals.csv' }).click()
  await expect(page.getByText('Recognised: Pipedrive deals.')).toBeVisible()
  expect(await check(window)).toMatchObject({ New: 2 })
  await rowNamed(window, /Spring boards/).click()
  await expect(rowDetails(window)).toContainText('Anton Petrov')
  await rowNamed(window, /Ghost/).click()
  await expect(rowDetails(window)).toContainText('Nobody Known')
  await runImport(window)
  expect(await counts(window)).toMatchObject({ New: 2 })
  await page.getByRole('button', { name: 'Show the new ones: 2 deals' }).click()
  await rowOf(window, /Spring boards/).click()
  await expect(window.getByRole('complementary', { name: 'Spring boards' })).toContainText('Anton Petrov')
})

import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

import { findBrowser } from '../../../electron/services/browser/find-browser.ts'
import { printHtml } from '../../../electron/services/pdf/print-html.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const browser = findBrowser()

const textOf = async (pdf: Uint8Array): Promise<string> => {
  const file = join(await tempFolder(), 'report.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdftotext', ['-enc', 'UTF-8', '-layout', file, '-'], { encoding: 'utf8' })
}

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('fairbook-pdf-'))

test('text in each language comes out as text, on pages as the style says', async () => {
  const before = leftovers()
  const html = `<!doctype html><html lang="fa" dir="rtl"><head><style>@page{size:A5 landscape;margin:1cm}
    h2{break-before:page}</style></head><body><h1>گزارش فروش</h1><h2>Ąžuolas ir šermukšnis</h2><h2>Отчёт</h2></body></html>`
  const text = await textOf(await printHtml(html, { browser }))
  expect(text.normalize('NFKC')).toContain('گزارش فروش')
  expect(text).toContain('Ąžuolas ir šermukšnis')
  expect(text).toContain('Отчёт')
  expect(text.split('\f').filter((page) => page.trim() !== '')).toHaveLength(3)
  expect(leftovers()).toEqual(before)
})

test('a script does not run, nothing is fetched and no file is read', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('#never{}')
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  onTestFinished(() => {
    server.close()
  })
  const secret = join(await tempFolder(), 'secret.html')
  writeFileSync(secret, 'a secret of this computer')
  const html = `<p id="p">as written</p><script>document.getElementById('p').textContent = 'changed'</script>
    <img src="x" onerror="document.body.textContent='changed'"><link rel="stylesheet" href="http://127.0.0.1:${port}/a.css">
    <img src="http://127.0.0.1:${port}/b.png"><iframe src="file://${secret}" width="400" height="100"></iframe>
    <meta http-equiv="refresh" content="0;url=http://127.0.0.1:${port}/c">`
  const text = await textOf(await printHtml(html, { browser }))
  expect(text).toContain('as written')
  expect(text).not.toContain('changed')
  expect(text).not.toContain('a secret')
  expect(asked).toEqual([])
})

/** A program that stands for a browser. */
const program = async (script: string): Promise<string> => {
  const file = join(await tempFolder(), 'browser')
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}

test('without a browser, and with one that fails, the error says which', async () => {
  await expect(printHtml('x', { browser: undefined })).rejects.toMatchObject({ code: 'noBrowser' })
  await expect(printHtml('x', { browser: '/no/such/browser' })).rejects.toMatchObject({ code: 'pdfFailed' })
})

test.skipIf(process.platform === 'win32')('a browser that fails or makes no PDF is told', async () => {
  const failing = await program('echo "it broke" >&2; exit 3')
  const error = await printHtml('x', { browser: failing }).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'pdfFailed', cause: expect.stringContaining('it broke') })
  await expect(printHtml('x', { browser: await program('exit 0') })).rejects.toMatchObject({ code: 'pdfFailed' })
})

test.skipIf(process.platform === 'win32')('a browser that hangs is ended with all its children', async () => {
  const before = leftovers()
  const file = join(await tempFolder(), 'child.pid')
  const hanging = await program(`sleep 600 & echo $! > ${file}; wait`)
  await expect(printHtml('x', { browser: hanging, timeout: 300 })).rejects.toMatchObject({ code: 'pdfFailed' })
  const child = readFileSync(file, 'utf8').trim()
  // A process that ended but was not yet taken leave of is a zombie, and gone all the same.
  const state = existsSync(`/proc/${child}/stat`) ? readFileSync(`/proc/${child}/stat`, 'utf8').split(' ')[2] : 'gone'
  expect(['gone', 'Z']).toContain(state)
  expect(leftovers()).toEqual(before)
})

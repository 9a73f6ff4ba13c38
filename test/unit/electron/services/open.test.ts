import { expect, test } from 'vitest'

import { openAddress } from '../../../../electron/services/shell/open.ts'

const opened = async (url: string) => {
  const seen: string[] = []
  await openAddress(url, async (address) => {
    seen.push(address)
  })
  return seen
}

test('what is opened is what was parsed', async () => {
  expect(await opened('  HTTPS://Example.com/a b ')).toEqual(['https://example.com/a%20b'])
  expect(await opened('java\nscript:alert(1)').catch((error: unknown) => error)).toMatchObject({
    code: 'urlNotAllowed',
  })
  expect(await opened('mailto:r@example.com?subject=Pasi%C5%ABlymas')).toEqual([
    'mailto:r@example.com?subject=Pasi%C5%ABlymas',
  ])
})

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'smb://server/share',
  'ssh://host',
  'app://fairbook/',
  'ms-msdt:/id',
  '\\\\server\\share',
  '/etc/passwd',
  '-e',
  'https://bank.example@evil.example/',
  'mailto:r@example.com?subject=x&attach=/home/r/.ssh/id_ed25519',
  'mailto:r@example.com?Attachment=/etc/passwd',
  '',
])('%s is not opened', async (url) => {
  await expect(opened(url)).rejects.toMatchObject({ code: 'urlNotAllowed' })
})

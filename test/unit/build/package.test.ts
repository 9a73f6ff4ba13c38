import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const read = (file: string) => readFileSync(join(import.meta.dirname, '../../..', file), 'utf8')

test.each([
  ['runAsNode', false],
  ['enableCookieEncryption', true],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
  ['grantFileProtocolExtraPrivileges', false],
])('the packaged program has its fuse %s at %s', (fuse, state) => {
  expect(read('electron-builder.yml')).toMatch(
    new RegExp(`^electronFuses:\\n(?: {2}.*\\n)* {2}${fuse}: ${state}\\n`, 'm'),
  )
})

test('the program is packed as an archive, without the sources and the modules it was made from', () => {
  const config = read('electron-builder.yml')
  expect(config).toMatch(/^asar: true$/m)
  expect(config).toContain('- "!node_modules/**"')
  expect(JSON.parse(read('package.json')).main).toBe('dist/electron/main.js')
})

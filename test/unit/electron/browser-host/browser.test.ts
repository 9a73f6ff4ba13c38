import { join } from 'node:path'
import { expect, test } from 'vitest'

import { appArguments, hasDisplay } from '../../../../electron/browser-host/browser.ts'
import { isRoot } from '../../../../electron/services/browser/arguments.ts'

test('a window needs a display on Linux only', () => {
  expect(hasDisplay({}, 'linux')).toBe(false)
  expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false)
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
  expect(hasDisplay({}, 'win32')).toBe(true)
})

test('the browser keeps its profile in the data folder, and its sandbox for everybody but root', () => {
  const given = appArguments('http://127.0.0.1:47615/?k=1', '/data')
  expect(given).toContain('--app=http://127.0.0.1:47615/?k=1')
  expect(given).toContain(`--user-data-dir=${join('/data', 'browser')}`)
  expect(given.includes('--no-sandbox')).toBe(isRoot())
})

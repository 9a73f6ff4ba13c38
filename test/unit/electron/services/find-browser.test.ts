import { expect, test } from 'vitest'

import { findBrowser } from '../../../../electron/services/browser/find-browser.ts'

/** Posix separators throughout: the search joins paths as the machine that runs it does. */
const on = (platform: NodeJS.Platform, env: Record<string, string>, ...programs: string[]) =>
  findBrowser({ platform, env, isProgram: (path) => programs.includes(path.replaceAll('\\', '/')) })?.replaceAll(
    '\\',
    '/',
  )

test('on Linux the order of PATH decides, and usual places are tried where PATH has none', () => {
  const both = ['/a/google-chrome', '/b/chromium']
  expect(on('linux', { PATH: '/a:/b' }, ...both)).toBe('/a/google-chrome')
  expect(on('linux', { PATH: '/nothing' }, '/snap/bin/chromium')).toBe('/snap/bin/chromium')
  expect(on('linux', {})).toBeUndefined()
})

test('on macOS a browser of this user counts too', () => {
  const chrome = 'Google Chrome.app/Contents/MacOS/Google Chrome'
  const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
  expect(on('darwin', { HOME: '/Users/r' }, `/Users/r/Applications/${chrome}`)).toBe(`/Users/r/Applications/${chrome}`)
  expect(on('darwin', { HOME: '/Users/r' }, edge, `/Applications/${chrome}`)).toBe(`/Applications/${chrome}`)
})

test('on Windows Edge is found where nothing else is', () => {
  const env = { PROGRAMFILES: 'C:/P', 'PROGRAMFILES(X86)': 'C:/P86', LOCALAPPDATA: 'C:/L' }
  const edge = 'C:/P86/Microsoft/Edge/Application/msedge.exe'
  expect(on('win32', env, edge)).toBe(edge)
  expect(on('win32', env, edge, 'C:/L/Google/Chrome/Application/chrome.exe')).toBe(edge)
})

test('a browser that was chosen comes first, unless it is not there', () => {
  const env = { PATH: '/a', FAIRBOOK_BROWSER: '/mine/browser' }
  expect(on('linux', env, '/a/chromium', '/mine/browser')).toBe('/mine/browser')
  expect(on('linux', env, '/a/chromium')).toBe('/a/chromium')
})

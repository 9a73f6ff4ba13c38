import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'

import { languageOf } from '../../../../electron/main/labels.ts'
import { menuTemplate } from '../../../../electron/main/menu.ts'
import { menuCommands } from '../../../../shared/desktop-api.ts'
import { start } from './support.ts'

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

test.each(['win32', 'darwin', 'linux'] as const)(
  'on %s each command of the window is in the menus, once',
  (platform) => {
    const sent: string[] = []
    const items = flat(menuTemplate('en', platform, (command) => sent.push(command)))
    for (const item of items) if (item.click) Reflect.apply(item.click, undefined, [])
    expect(sent.toSorted()).toEqual([...menuCommands].toSorted())
  },
)

test('keys belong to the window but on macOS, where the menus have them', () => {
  const keys = (platform: NodeJS.Platform) =>
    flat(menuTemplate('en', platform, () => undefined)).filter((item) => item.accelerator && item.click)
  expect(keys('win32').every((item) => item.registerAccelerator === false)).toBe(true)
  expect(keys('darwin').every((item) => item.registerAccelerator === true)).toBe(true)
})

test('no two languages share the labels of the menu bar', () => {
  const bars = (['en', 'fa', 'lt', 'ru'] as const).map((language) =>
    menuTemplate(language, 'linux', () => undefined).map((item) => item.label),
  )
  expect(new Set(bars.flat()).size).toBe(bars.flat().length)
})

test('the menus speak the system’s language until the window tells its own', async () => {
  const fake = await start({}, ({ app }) => {
    app.locale = 'ru-RU'
  })
  expect(fake.menus.at(-1)?.map((menu) => menu.label)).toContain('Правка')
  const contents = fake.windows[0]?.webContents
  if (!contents) throw new Error('no window')
  fake.ipc.callFrom(contents.mainFrame, contents)
  await fake.ipc.ipcRenderer.invoke('fairbook:call', 'host.language', { language: 'fa' })
  expect(fake.menus.at(-1)?.map((menu) => menu.label)).toContain('ویرایش')
})

test('a language that we don’t speak becomes English', () => {
  expect(['lt-LT', 'FA', 'de-AT', ''].map(languageOf)).toEqual(['lt', 'fa', 'en', 'en'])
})

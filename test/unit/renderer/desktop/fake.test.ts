import { expect, test } from 'vitest'

import { fakeDesktop } from '../../../../renderer/desktop/fake.ts'

test('the fake keeps the contract as a real host does', async () => {
  const given: unknown[] = []
  const desktop = fakeDesktop({
    'shell.open': async (input) => {
      given.push(input)
      return {}
    },
    'backups.list': async () => {
      throw new TypeError('a fault of the test')
    },
  })
  const input = { url: 'https://example.com/' }
  await desktop.call('shell.open', input)
  expect(given).toEqual([input])
  expect(given[0]).not.toBe(input)
  await expect(desktop.call('shell.open', { url: 'x'.repeat(3000) })).rejects.toMatchObject({ code: 'invalidInput' })
  await expect(desktop.call('backups.list', {})).rejects.toMatchObject({ code: 'internal' })
  expect(desktop.log[0]).toContain('a fault of the test')
  await expect(desktop.call('pdf.print', { html: '' })).rejects.toMatchObject({ code: 'hostGone' })
})

test('a menu command reaches whoever listens, until they stop', () => {
  const desktop = fakeDesktop({})
  const heard: string[] = []
  const stop = desktop.onMenu((command) => heard.push(command))
  desktop.menu('find')
  stop()
  desktop.menu('undo')
  expect(heard).toEqual(['find'])
})

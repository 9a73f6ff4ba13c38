import { describe, expect, test } from 'vitest'

import { commandList } from '../../../../renderer/app/commands.ts'
import { matchShortcut, type Pressed } from '../../../../renderer/app/key-match.ts'

const shortcuts = commandList.flatMap(({ id, keys }) => (keys ?? []).map((each) => ({ id, keys: each })))

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})
const commandOf = (event: Pressed, before?: Pressed) => matchShortcut(shortcuts, event, before)?.id

describe('keys', () => {
  test('no two commands have the same', () => {
    expect(new Set(shortcuts.map(({ keys }) => keys)).size).toBe(shortcuts.length)
  })

  test('a second key goes somewhere, alone it does something else', () => {
    expect(commandOf(press('d'), press('g'))).toBe('deals')
    expect(matchShortcut(shortcuts.toReversed(), press('d'), press('g'))?.id).toBe('deals')
    expect(commandOf(press('d'), press('x'))).toBe('newDeal')
    expect(commandOf(press('d'))).toBe('newDeal')
  })

  test('Ctrl and the Mac key are one, and Shift counts', () => {
    expect(commandOf(press('k', { ctrlKey: true }))).toBe('find')
    expect(commandOf(press('k', { metaKey: true }))).toBe('find')
    expect(commandOf(press('z', { ctrlKey: true }))).toBe('undo')
    expect(commandOf(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('redo')
    expect(commandOf(press('k'))).toBeUndefined()
    expect(commandOf(press('n', { altKey: true }))).toBeUndefined()
  })

  test('letters work on Russian and Persian keyboards', () => {
    expect(commandOf(press('в', { code: 'KeyD' }), press('п', { code: 'KeyG' }))).toBe('deals')
    expect(commandOf(press('ظ', { code: 'KeyZ', ctrlKey: true }))).toBe('undo')
    expect(commandOf(press('؟', { shiftKey: true }))).toBe('keys')
  })

  test('on a Dvorak keyboard the letter counts, not its place', () => {
    expect(commandOf(press('n', { code: 'KeyL' }))).toBe('newCustomer')
  })
})

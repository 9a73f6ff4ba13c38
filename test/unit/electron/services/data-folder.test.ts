import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

import { dataFolderOf } from '../../../../electron/services/data-folder.ts'

test('each system keeps the book where it keeps what belongs to programs', () => {
  const home = resolve('/home/r')
  expect(dataFolderOf({}, 'linux', home)).toBe(join(home, '.local', 'share', 'fairbook'))
  expect(dataFolderOf({ XDG_DATA_HOME: '/x' }, 'linux', home)).toBe(join('/x', 'fairbook'))
  expect(dataFolderOf({}, 'darwin', home)).toBe(join(home, 'Library', 'Application Support', 'Fairbook'))
  expect(dataFolderOf({}, 'win32', home)).toBe(join(home, 'AppData', 'Roaming', 'Fairbook'))
})

test('a folder that was chosen wins, and is absolute', () => {
  expect(dataFolderOf({ FAIRBOOK_DATA: 'books/fair', XDG_DATA_HOME: '/x' }, 'linux', '/home/r')).toBe(
    resolve('books/fair'),
  )
})

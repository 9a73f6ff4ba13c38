import type { MenuItemConstructorOptions } from 'electron'

import type { MenuCommand } from '../../shared/desktop-api.ts'
import { type Language, labelIn } from './labels.ts'

const separator: MenuItemConstructorOptions = { type: 'separator' }

/**
 * The menus of one platform in one language. What the window knows how to do is sent to it by `run`; what the system
 * does by itself is a role. Undo and redo are the book's own, not the text field's: the window decides which it is.
 */
export const menuTemplate = (
  language: Language,
  platform: NodeJS.Platform,
  run: (command: MenuCommand) => void,
): MenuItemConstructorOptions[] => {
  const label = labelIn(language)
  const mac = platform === 'darwin'
  const item = (command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label: label(command),
    click: () => run(command),
    // Shown only: the window has the same keys, and would otherwise do it twice.
    ...(accelerator && { accelerator, registerAccelerator: mac }),
  })
  const role = (
    name: Parameters<typeof label>[0],
    value: Exclude<MenuItemConstructorOptions['role'], undefined>,
  ): MenuItemConstructorOptions => ({ label: label(name), role: value })

  const application: MenuItemConstructorOptions = {
    label: 'Fairbook',
    submenu: [
      role('about', 'about'),
      separator,
      item('settings', 'Cmd+,'),
      separator,
      role('hide', 'hide'),
      role('hideOthers', 'hideOthers'),
      role('showAll', 'unhide'),
      separator,
      role('quit', 'quit'),
    ],
  }
  const file: MenuItemConstructorOptions = {
    label: label('file'),
    submenu: [
      item('newCustomer'),
      item('newDeal'),
      separator,
      item('import'),
      separator,
      item('lock', mac ? 'Cmd+L' : 'Ctrl+L'),
      separator,
      ...(mac ? [role('close', 'close')] : [item('settings', 'Ctrl+,'), separator, role('quit', 'quit')]),
    ],
  }
  const edit: MenuItemConstructorOptions = {
    label: label('edit'),
    submenu: [
      item('undo', 'CmdOrCtrl+Z'),
      item('redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
      separator,
      role('cut', 'cut'),
      role('copy', 'copy'),
      role('paste', 'paste'),
      role('selectAll', 'selectAll'),
      separator,
      item('find', 'CmdOrCtrl+K'),
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: label('view'),
    submenu: [
      role('reload', 'reload'),
      separator,
      role('actualSize', 'resetZoom'),
      role('zoomIn', 'zoomIn'),
      role('zoomOut', 'zoomOut'),
      separator,
      role('fullScreen', 'togglefullscreen'),
    ],
  }
  const go: MenuItemConstructorOptions = {
    label: label('go'),
    submenu: [item('today'), item('customers'), item('deals'), item('activity'), item('reports')],
  }
  const window: MenuItemConstructorOptions = {
    label: label('window'),
    role: 'window',
    submenu: [role('minimize', 'minimize'), role('close', 'close')],
  }
  const help: MenuItemConstructorOptions = {
    label: label('help'),
    role: 'help',
    submenu: mac ? [item('keys')] : [item('keys'), separator, role('about', 'about')],
  }
  return [...(mac ? [application] : []), file, edit, view, go, window, help]
}

import { useEffect } from 'react'

import { type Command, type CommandContext, commandList } from './commands.ts'
import { isPlain, matchShortcut, type Pressed, SEQUENCE_MS } from './key-match.ts'

const shortcuts = commandList.flatMap((command) => (command.keys ?? []).map((keys) => ({ keys, command })))

const textTypes = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file'])

/** Whether keys pressed there write text, which has its own undo. */
const isTyping = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && !textTypes.has(target.type)) ||
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLElement && (target.isContentEditable || target.getAttribute('role') === 'spinbutton'))

/** Inside a dialog or an open list the letters are its own. */
const isInOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]') !== null

/** Keeps the keys of all commands at work. */
export const useShortcuts = (context: CommandContext): void => {
  useEffect(() => {
    let before: { pressed: Pressed; at: number } | undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
      const first = before && event.timeStamp - before.at < SEQUENCE_MS ? before.pressed : undefined
      before = { pressed: event, at: event.timeStamp }
      const found = matchShortcut(shortcuts, event, first)
      if (!found) return
      const typing = isTyping(event.target)
      if (typing && (isPlain(found.keys) || found.command.group === 'edit')) return
      if (isInOverlay(event.target) && found.command.id !== 'find') return
      event.preventDefault()
      before = undefined
      runCommand(found.command, context)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [context])
}

const runCommand = (command: Command, context: CommandContext): void => command.run(context)

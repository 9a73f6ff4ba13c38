import { useEffect } from 'react'

import { type Command, type CommandContext, type CommandId, commandList } from './commands.ts'
import { isPlain, matchShortcut, type Pressed, SEQUENCE_MS } from './key-match.ts'

const shortcuts = commandList.flatMap((command) => (command.keys ?? []).map((keys) => ({ keys, command })))

const textTypes = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file'])

/** Whether keys pressed there write text, which has its own undo. */
const isTyping = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && !textTypes.has(target.type)) ||
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLElement && (target.isContentEditable || target.getAttribute('role') === 'spinbutton'))

const isIn = (target: EventTarget | null, roles: string): boolean =>
  target instanceof Element && target.closest(roles) !== null

/** A toast calls itself an alert dialog too, but takes no keys. */
const OWN_KEYS = '[role=dialog],[role=alertdialog]:not([role=region] *),[role=menu]'

/**
 * Inside a dialog all keys are its own; inside an open list of choices the letters are, to find one by its name. The
 * columns of the board call themselves such lists too, but stand on the page and find nothing.
 */
const isTaken = (target: EventTarget | null, keys: string): boolean =>
  isIn(target, OWN_KEYS) || (isPlain(keys) && isIn(target, '[role=listbox]:not(main *)'))

/** What goes inside a dialog too. */
const EVERYWHERE: ReadonlySet<CommandId> = new Set(['find', 'lock'])

/** Keeps the keys of all commands at work while `isOn`. */
export const useShortcuts = (context: CommandContext, isOn: boolean): void => {
  useEffect(() => {
    if (!isOn) return
    let before: { pressed: Pressed; at: number } | undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
      const first = before && event.timeStamp - before.at < SEQUENCE_MS ? before.pressed : undefined
      before = { pressed: event, at: event.timeStamp }
      const found = matchShortcut(shortcuts, event, first)
      if (!found) return
      const typing = isTyping(event.target)
      if (typing && (isPlain(found.keys) || found.command.group === 'edit')) return
      if (isTaken(event.target, found.keys) && !EVERYWHERE.has(found.command.id)) return
      event.preventDefault()
      before = undefined
      runCommand(found.command, context)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [context, isOn])
}

const runCommand = (command: Command, context: CommandContext): void => command.run(context)

/** The part of a keyboard event that decides what was pressed. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** How long the second key of `g t` may take, in milliseconds. */
export const SEQUENCE_MS = 1_200

/**
 * Whether one step of a shortcut was pressed. A letter counts by its place too, so that `g` works on a Russian or
 * Persian keyboard; `?` is also the Persian question mark.
 */
const isPressed = (step: string, event: Pressed): boolean => {
  const parts = step.split('+')
  const key = parts.at(-1) ?? ''
  const mod = event.ctrlKey || event.metaKey
  if (mod !== parts.includes('Mod') || event.altKey) return false
  if (key === '?') return event.key === '?' || event.key === '؟'
  if (event.shiftKey !== parts.includes('Shift')) return false
  if (event.key.toLowerCase() === key.toLowerCase()) return true
  const latin = /^[a-z]$/i.test(event.key)
  return !latin && /^[a-z]$/i.test(key) && event.code === `Key${key.toUpperCase()}`
}

/**
 * Which of the shortcuts a key press completes, given the press before it (within the time). A shortcut of two keys
 * wins over one of a single key.
 */
export const matchShortcut = <T extends { keys: string }>(
  shortcuts: readonly T[],
  event: Pressed,
  before: Pressed | undefined,
): T | undefined => {
  const fits = ({ keys }: T): boolean => {
    const [first = '', second] = keys.split(' ')
    if (second === undefined) return isPressed(first, event)
    return before !== undefined && isPressed(first, before) && isPressed(second, event)
  }
  const found = shortcuts.filter(fits)
  return found.find(({ keys }) => keys.includes(' ')) ?? found[0]
}

/** Whether a shortcut is plain letters, which belong to the text while someone types. */
export const isPlain = (keys: string): boolean => !keys.includes('Mod+')

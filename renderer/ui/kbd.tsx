import { cx } from './cx.ts'

const mac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)

/** `Mod` is Ctrl, on a Mac ⌘. `keys` are joined by `+` when pressed together and by a space one after another. */
export const Kbd = ({ keys, inverse = false }: { keys: string; inverse?: boolean }) => (
  <kbd
    dir="ltr"
    className={cx(
      'inline-flex flex-none items-center rounded-sm border px-[5px] py-px font-[520] font-sans text-[10.5px] leading-[15px] whitespace-nowrap',
      inverse ? 'border-current/30' : 'border-line bg-canvas text-ink-faint',
    )}
  >
    {shownKeys(keys)}
  </kbd>
)

const shownKeys = (keys: string): string =>
  keys
    .split('+')
    .map((key) => (key === 'Mod' ? (mac ? '⌘' : 'Ctrl') : key === 'Shift' && mac ? '⇧' : key))
    .join(mac ? '' : ' ')

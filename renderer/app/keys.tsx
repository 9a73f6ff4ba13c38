import { Kbd } from '../ui/index.ts'

/** A shortcut as it is pressed: `g t` as two keys, `Mod+K` as one. */
export const Keys = ({ keys }: { keys: string }) => (
  <span className="flex flex-none gap-1">
    {keys.split(' ').map((step) => (
      <Kbd key={step} keys={/^[a-z]$/.test(step) ? step.toUpperCase() : step} />
    ))}
  </span>
)

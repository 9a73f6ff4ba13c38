import { useI18n } from '../../../../i18n/index.ts'
import { cx } from '../../../../ui/index.ts'

export type Tile<T extends string> = { id: T; label: string; count: number; tone: string }

/** How many rows do what; pressed, only they are listed below. */
export const Tiles = <T extends string>({
  label,
  tiles,
  selected,
  onSelect,
}: {
  /** For screen readers. */
  label: string
  tiles: readonly Tile<T>[]
  /** Left out, the tiles only tell. */
  selected?: T | undefined
  onSelect?: (id: T | undefined) => void
}) => {
  const { format } = useI18n()
  return (
    <ul aria-label={label} className="grid grid-cols-[repeat(auto-fit,minmax(132px,1fr))] gap-2">
      {tiles.map(({ id, label: name, count, tone }) => {
        const inside = (
          <>
            <span className={cx('font-[640] text-2xl tabular-nums', count === 0 ? 'text-ink-faint' : tone)}>
              {format.number(count)}
            </span>
            <span className="text-ink-muted text-sm">{name}</span>
          </>
        )
        return (
          <li key={id} className="flex">
            {onSelect ? (
              <button
                type="button"
                aria-pressed={selected === id}
                disabled={count === 0}
                onClick={() => onSelect(selected === id ? undefined : id)}
                className={cx(
                  'flex flex-1 cursor-default flex-col items-start rounded-lg border px-3 py-2 text-start transition-colors duration-100',
                  selected === id ? 'border-accent bg-accent-soft' : 'border-line bg-surface enabled:hover:bg-sunk',
                )}
              >
                {inside}
              </button>
            ) : (
              <div className="flex flex-1 flex-col rounded-lg border border-line px-3 py-2">{inside}</div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

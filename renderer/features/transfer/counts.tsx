import { useI18n } from '../../i18n/index.ts'
import type { Counts } from '../../workers/import-protocol.ts'

const shown = ['created', 'updated', 'unchanged', 'failed'] as const

/** How many rows did, or would do, what. */
export const CountTiles = ({ counts }: { counts: Counts }) => {
  const { t, format } = useI18n()
  return (
    <dl className="grid grid-cols-4 gap-2">
      {shown.map((outcome) => (
        <div key={outcome} className="flex flex-col-reverse rounded-lg bg-sunk px-3 py-2">
          <dt className="text-ink-muted text-sm">{t(`transfer.outcome.${outcome}`)}</dt>
          <dd className="font-[640] text-xl tabular-nums">{format.number(counts[outcome])}</dd>
        </div>
      ))}
    </dl>
  )
}

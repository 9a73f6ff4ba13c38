import { Trophy, X } from 'lucide-react'

import { useI18n } from '../../../i18n/index.ts'
import { cx, Icon } from '../../../ui/index.ts'
import { LOST, WON } from './board-model.ts'
import { columnMark } from './pointer-spot.ts'

const targets = [
  { id: WON, icon: Trophy, look: 'border-green text-green', lit: 'bg-green-soft' },
  { id: LOST, icon: X, look: 'border-red text-red', lit: 'bg-red-soft' },
] as const

/** Won and lost, where a held card can be dropped. `over` is the target it is over. */
export const ClosingTargets = ({ over }: { over: string }) => {
  const { tx } = useI18n()
  return (
    <div aria-hidden className="pointer-events-none absolute inset-x-0 bottom-17 z-20 flex justify-center gap-3 px-6">
      {targets.map(({ id, icon, look, lit }) => (
        <div
          key={id}
          {...{ [columnMark]: id }}
          className={cx(
            'pointer-events-auto flex h-14 w-56 animate-slide items-center justify-center gap-2 rounded-xl border-[1.5px] border-dashed font-[560] shadow-float',
            look,
            over === id ? lit : 'bg-surface',
          )}
        >
          <Icon of={icon} />
          {tx(`option.deals.status.${id}`, id)}
        </div>
      ))}
    </div>
  )
}

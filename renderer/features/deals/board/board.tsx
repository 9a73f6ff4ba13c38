import { Trophy, X } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'

import { dealTotals } from '../../../../shared/domain/deal/totals.ts'
import { type Deal, displayName, type Pipeline } from '../../../../shared/domain/index.ts'
import { useRecord } from '../../../data/index.ts'
import { useLabels } from '../../../fields/index.ts'
import { type I18n, useI18n } from '../../../i18n/index.ts'
import { cx, Icon } from '../../../ui/index.ts'
import { BoardColumnView, type Wanted } from './board-column.tsx'
import { type BoardColumn, boardColumns, LOST, type Spot, STRAY, type Step, targetsFor, WON } from './board-model.ts'
import { CardContent, cardClass } from './deal-card.tsx'
import { boardMark, columnMark } from './pointer-spot.ts'
import { totalLines } from './totals.tsx'
import { type DragTold, type Held, useBoardDrag } from './use-board-drag.ts'

const stepOf = (key: string, dir: I18n['dir']): Step | undefined => {
  const [before, after] = dir === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
  if (key === before) return 'before'
  if (key === after) return 'after'
  return ({ ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last' } as const)[key]
}

const monthName = (locale: string): string => new Intl.DateTimeFormat(locale, { month: 'long' }).format(new Date())

/** Where a drop puts a deal, once it is decided. */
export type Dropped =
  | { kind: 'stage'; deal: Deal; stageId: string; others: readonly Deal[]; index: number }
  | { kind: 'won'; deal: Deal }
  | { kind: 'lost'; deal: Deal }

const droppedOf = (columns: readonly BoardColumn[], deal: Deal, { column, index }: Spot): Dropped => {
  if (column === WON || column === LOST) return { kind: column, deal }
  const others = columns.find(({ id }) => id === column)?.deals.filter(({ id }) => id !== deal.id) ?? []
  return { kind: 'stage', deal, stageId: column, others, index }
}

/** The card that follows the pointer. */
const FloatingCard = ({ deal, drag }: { deal: Deal; drag: ReturnType<typeof useBoardDrag> }) => {
  const customer = useRecord('customers', deal.customerId ?? deal.companyId)
  return (
    <div ref={drag.clone} aria-hidden className="pointer-events-none invisible fixed top-0 left-0 z-50">
      <div className={cx('rotate-1', cardClass('held'))}>
        <CardContent deal={deal} customer={customer ? displayName(customer) : undefined} idle={undefined} />
      </div>
    </div>
  )
}

/** Won and lost, where a held card can be dropped. */
const ClosingTargets = ({ over }: { over: string }) => {
  const { tx } = useI18n()
  const targets = [
    { id: WON, icon: Trophy, look: 'border-green text-green', lit: 'bg-green-soft' },
    { id: LOST, icon: X, look: 'border-red text-red', lit: 'bg-red-soft' },
  ]
  return (
    <div aria-hidden className="pointer-events-none absolute inset-x-0 bottom-3 z-20 flex justify-center gap-3 px-6">
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

/**
 * A pipeline as a board. Cards are picked up with the pointer, or with Space; then arrows carry them over the places,
 * Space or Enter puts them down and Escape takes them back, each step told to screen readers.
 */
export const Board = ({
  pipeline,
  open,
  won,
  idle,
  currentId,
  onOpen,
  onDropped,
}: {
  pipeline: Pipeline
  open: readonly Deal[]
  won: readonly Deal[]
  idle: ReadonlyMap<string, number>
  currentId: string | undefined
  onOpen: (id: string) => void
  onDropped: (dropped: Dropped) => void
}) => {
  const { t, tx, format, dir, locale } = useI18n()
  const labels = useLabels()
  const [told, setTold] = useState('')
  const [activeId, setActiveId] = useState<string>()
  const [wanted, setWanted] = useState<Wanted>()
  const instructions = useId()
  const stages = boardColumns(pipeline, open)
  const wonColumn: BoardColumn = { id: WON, stage: undefined, deals: won, totals: dealTotals(won, pipeline) }
  const columns = [...stages, wonColumn]
  const lines = Math.max(...columns.map(({ totals }) => totalLines(totals)))
  const dealOf = (id: string): Deal | undefined => [...open, ...won].find((deal) => deal.id === id)

  const nameOf = (column: string): string => {
    if (column === STRAY) return t('deals.board.stray')
    if (column === WON || column === LOST) return tx(`option.deals.status.${column}`, column)
    return labels.stage(column, pipeline.id)
  }
  const tell = (what: DragTold, { id, spot }: Held) => {
    const target = targetsFor(columns, id).find((each) => each.id === spot.column)
    const params = {
      name: dealOf(id)?.title ?? '',
      column: nameOf(spot.column),
      place: spot.index + 1,
      count: (target?.count ?? 0) + 1,
    }
    const isStage = target !== undefined && target.id !== WON && target.id !== LOST
    const where = isStage ? t('deals.drag.place', params) : params.column
    setTold(t(`deals.drag.${what}`, { ...params, where }))
  }
  const drop = (id: string, spot: Spot) => {
    const deal = dealOf(id)
    if (!deal) return
    if (spot.column !== LOST) setWanted({ id })
    onDropped(droppedOf(columns, deal, spot))
  }
  const drag = useBoardDrag({ columns, onDrop: drop, onTold: tell })
  const { held } = drag
  const heldDeal = held && dealOf(held.id)

  const focusFrom = (column: string, row: number, step: Step) => {
    const filled = columns.filter(({ deals }) => deals.length > 0)
    const at = filled.findIndex(({ id }) => id === column)
    const to = filled[step === 'before' ? at - 1 : step === 'after' ? at + 1 : at]
    if (!to) return
    const last = to.deals.length - 1
    const rows = { up: row - 1, down: row + 1, first: 0, last, before: row, after: row }
    const deal = to.deals[Math.min(Math.max(0, rows[step]), last)]
    if (deal) setWanted({ id: deal.id })
  }

  const onCardKey = (event: KeyboardEvent, deal: Deal, column: string, row: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = stepOf(event.key, dir)
    const key = event.key
    if (held) {
      if (step) drag.step(step)
      else if (key === ' ' || key === 'Enter') drag.drop()
      else if (key === 'Escape') drag.cancel()
      else if (key !== 'Tab') return
    } else if (step) focusFrom(column, row, step)
    else if (key === ' ') drag.grab(deal.id, 'keys')
    else if (key === 'Enter') onOpen(deal.id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="relative flex min-h-0 flex-1 flex-col bg-canvas">
      <p id={instructions} className="sr-only">
        {t('deals.drag.instructions')}
      </p>
      <div aria-live="assertive" className="sr-only">
        {told}
      </div>
      <div {...{ [boardMark]: '' }} className="flex min-h-0 flex-1 gap-2.5 overflow-x-auto px-[18px] pt-3">
        {columns.map((column) => (
          <BoardColumnView
            key={column.id}
            id={column.id}
            title={column.id === WON ? t('deals.board.wonIn', { month: monthName(locale) }) : nameOf(column.id)}
            deals={column.deals}
            totals={column.totals}
            weighted={column.id !== WON}
            lines={lines}
            idle={idle}
            drag={drag}
            heldDeal={heldDeal}
            currentId={currentId}
            activeId={activeId}
            wanted={wanted}
            onWanted={setWanted}
            onActive={setActiveId}
            onOpen={onOpen}
            onCardKey={onCardKey}
            instructions={instructions}
          />
        ))}
      </div>
      {held && <ClosingTargets over={held.spot.column} />}
      {held?.by === 'pointer' && heldDeal && <FloatingCard deal={heldDeal} drag={drag} />}
      <span className="sr-only">{t('deals.board.summary', { count: format.number(open.length) })}</span>
    </div>
  )
}

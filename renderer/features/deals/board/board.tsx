import { type KeyboardEvent, useCallback, useId, useMemo, useRef, useState } from 'react'

import { dealTotals } from '../../../../shared/domain/deal/totals.ts'
import type { Deal, Pipeline } from '../../../../shared/domain/index.ts'
import { useLabels } from '../../../fields/index.ts'
import { type I18n, useI18n } from '../../../i18n/index.ts'
import { cx } from '../../../ui/index.ts'
import type { CardHandlers } from './board-card.tsx'
import { BoardColumnView } from './board-column.tsx'
import { type BoardColumn, boardColumns, LOST, type Spot, STRAY, type Step, targetsFor, WON } from './board-model.ts'
import { ClosingTargets } from './closing-targets.tsx'
import { CardContent, cardClass } from './deal-card.tsx'
import { boardMark } from './pointer-spot.ts'
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

/** The deal that an arrow leads to from a card without holding it. */
const neighbour = (columns: readonly BoardColumn[], column: string, row: number, step: Step): Deal | undefined => {
  const filled = columns.filter(({ deals }) => deals.length > 0)
  const at = filled.findIndex(({ id }) => id === column)
  const to = filled[step === 'before' ? at - 1 : step === 'after' ? at + 1 : at]
  if (!to) return undefined
  const last = to.deals.length - 1
  const rows = { up: row - 1, down: row + 1, first: 0, last, before: row, after: row }
  return to.deals[Math.min(Math.max(0, rows[step]), last)]
}

type BoardProps = {
  pipeline: Pipeline
  open: readonly Deal[]
  won: readonly Deal[]
  idle: ReadonlyMap<string, number>
  names: ReadonlyMap<string, string>
  currentId: string | undefined
  onOpen: (id: string) => void
  onClose: () => void
  onDropped: (dropped: Dropped) => void
}

/**
 * A pipeline as a board. Cards are picked up with the pointer, or with Space; then arrows carry them over the places,
 * Space or Enter puts them down and Escape takes them back, each step told to screen readers.
 */
export const Board = (props: BoardProps) => {
  const { pipeline, open, won, idle, names, currentId } = props
  const { t, tx, format, dir, locale } = useI18n()
  const labels = useLabels()
  const [told, setTold] = useState('')
  const [activeId, setActiveId] = useState<string>()
  const [wantedId, setWantedId] = useState<string>()
  const instructions = useId()
  const columns = useMemo((): BoardColumn[] => {
    const wonColumn = { id: WON, stage: undefined, deals: won, totals: dealTotals(won, pipeline) }
    return [...boardColumns(pipeline, open), wonColumn]
  }, [pipeline, open, won])
  const byId = useMemo(() => new Map([...open, ...won].map((deal) => [deal.id, deal])), [open, won])
  const lines = Math.max(...columns.map(({ totals }) => totalLines(totals)))

  const nameOf = (column: string): string => {
    if (column === STRAY) return t('deals.board.stray')
    if (column === WON || column === LOST) return tx(`option.deals.status.${column}`, column)
    return labels.stage(column, pipeline.id)
  }
  const tell = (what: DragTold, { id, spot }: Held) => {
    const target = targetsFor(columns, id).find((each) => each.id === spot.column)
    const params = {
      name: byId.get(id)?.title ?? '',
      column: nameOf(spot.column),
      place: spot.index + 1,
      count: (target?.count ?? 0) + 1,
    }
    const isStage = target !== undefined && target.id !== WON && target.id !== LOST
    const where = isStage ? t('deals.drag.place', params) : params.column
    setTold(t(`deals.drag.${what}`, { ...params, where }))
  }
  const drop = (id: string, spot: Spot) => {
    const deal = byId.get(id)
    if (!deal) return
    if (spot.column !== LOST) setWantedId(id)
    props.onDropped(droppedOf(columns, deal, spot))
  }
  const drag = useBoardDrag({ columns, onDrop: drop, onTold: tell })
  const { held } = drag
  const heldDeal = held && byId.get(held.id)

  const onKeyDown = (event: KeyboardEvent, deal: Deal, column: string, row: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = stepOf(event.key, dir)
    const key = event.key
    if (held) {
      if (step) drag.step(step)
      else if (key === ' ' || key === 'Enter') drag.drop()
      else if (key === 'Escape') drag.cancel()
      else if (key !== 'Tab') return
    } else if (step) setWantedId(neighbour(columns, column, row, step)?.id)
    else if (key === ' ') drag.grab(deal.id, 'keys')
    else if (key === 'Enter') props.onOpen(deal.id)
    else if (key === 'Escape' && currentId !== undefined) props.onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const latest = useRef({ drag, onKeyDown, onOpen: props.onOpen })
  latest.current = { drag, onKeyDown, onOpen: props.onOpen }
  const handlers = useMemo(
    (): CardHandlers => ({
      onPointerDown: (event, id) => latest.current.drag.onPointerDown(event, id),
      onClick: (id) => {
        if (!latest.current.drag.swallowClick()) latest.current.onOpen(id)
      },
      onFocus: setActiveId,
      onBlur: (id) => {
        const { held: now, cancel } = latest.current.drag
        if (now?.id === id && now.by === 'keys') cancel()
      },
      onKeyDown: (...event) => latest.current.onKeyDown(...event),
    }),
    [],
  )
  const onFocused = useCallback(() => setWantedId(undefined), [])
  /** A column is told only what concerns it, so that the others are not drawn again. */
  const inside = (column: BoardColumn, id: string | undefined): string | undefined =>
    id !== undefined && column.deals.some((deal) => deal.id === id) ? id : undefined

  return (
    <div className="relative flex min-h-0 flex-1 flex-col bg-canvas">
      <p id={instructions} className="sr-only">
        {t('deals.drag.instructions')}
      </p>
      <div aria-live="assertive" className="sr-only">
        {told}
      </div>
      <div {...{ [boardMark]: '' }} className="flex min-h-0 flex-1 gap-2.5 overflow-x-auto px-[18px] pt-3">
        {columns.map((column) => {
          const concerned = held && (held.spot.column === column.id || inside(column, held.id) !== undefined)
          return (
            <BoardColumnView
              key={column.id}
              id={column.id}
              title={column.id === WON ? t('deals.board.wonIn', { month: monthName(locale) }) : nameOf(column.id)}
              deals={column.deals}
              totals={column.totals}
              weighted={column.id !== WON}
              lines={lines}
              idle={idle}
              names={names}
              held={concerned ? held : undefined}
              heldDeal={concerned ? heldDeal : undefined}
              currentId={inside(column, currentId)}
              activeId={inside(column, activeId)}
              wantedId={inside(column, wantedId)}
              onFocused={onFocused}
              instructions={instructions}
              handlers={handlers}
            />
          )
        })}
      </div>
      {held && <ClosingTargets over={held.spot.column} />}
      {held?.by === 'pointer' && heldDeal && (
        <div ref={drag.clone} aria-hidden className="pointer-events-none invisible fixed top-0 left-0 z-50">
          <div className={cx('rotate-1', cardClass('held'))}>
            <CardContent
              deal={heldDeal}
              customer={names.get(heldDeal.customerId ?? heldDeal.companyId ?? '')}
              idle={idle.get(heldDeal.id)}
            />
          </div>
        </div>
      )}
      <span className="sr-only">{t('deals.board.summary', { count: format.number(open.length) })}</span>
    </div>
  )
}

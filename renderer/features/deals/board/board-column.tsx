import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useId, useMemo, useRef } from 'react'

import type { DealTotal } from '../../../../shared/domain/deal/totals.ts'
import type { Deal } from '../../../../shared/domain/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { cx } from '../../../ui/index.ts'
import { BoardCard, type CardHandlers, rowStyle } from './board-card.tsx'
import { rowsWithGap } from './board-model.ts'
import { CardContent, cardClass } from './deal-card.tsx'
import { CARD_PITCH, columnMark, listMark } from './pointer-spot.ts'
import { Totals } from './totals.tsx'
import type { Held } from './use-board-drag.ts'

export type ColumnProps = {
  id: string
  title: string
  deals: readonly Deal[]
  totals: readonly DealTotal[]
  weighted: boolean
  /** Height of the totals, in lines. */
  lines: number
  idle: ReadonlyMap<string, number>
  /** Names of customers by id. */
  names: ReadonlyMap<string, string>
  /** The card in the hand, where it comes from this column or is over it. */
  held: Held | undefined
  heldDeal: Deal | undefined
  /** Each only where it is in this column: the open deal, the one that had the focus last, the one that shall have it. */
  currentId: string | undefined
  activeId: string | undefined
  wantedId: string | undefined
  onFocused: () => void
  instructions: string
  handlers: CardHandlers
}

const OVERSCAN = 6

/** One column: its name, how many, its totals, and its cards, of which only those in sight are drawn. */
export const BoardColumnView = memo((props: ColumnProps) => {
  const { id, deals, held, heldDeal, currentId, activeId, wantedId, onFocused } = props
  const { format } = useI18n()
  const titleId = useId()
  const list = useRef<HTMLDivElement>(null)
  const gap = held?.spot.column === id ? held.spot.index : undefined
  const heldId = held?.id
  const others = useMemo(() => deals.filter((deal) => deal.id !== heldId), [deals, heldId])
  const isHome = others.length < deals.length
  const rows = useMemo(() => {
    const ids = others.map((deal) => deal.id)
    return rowsWithGap(ids, gap)
  }, [others, gap])
  const byRow = useMemo(() => new Map(others.map((deal) => [rows.get(deal.id), deal])), [others, rows])
  const rowOf = (deal: Deal): number => rows.get(deal.id) ?? gap ?? deals.indexOf(deal)
  const count = others.length + (gap === undefined ? 0 : 1)

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => list.current,
    estimateSize: () => CARD_PITCH,
    overscan: OVERSCAN,
  })
  const drawn = virtualizer.getVirtualItems().flatMap(({ index }) => byRow.get(index) ?? [])
  // The held card and the one with the focus stay, or the focus would be lost with them.
  for (const kept of new Set([heldId, activeId, wantedId])) {
    const deal = kept === undefined ? undefined : deals.find((each) => each.id === kept)
    if (deal && !drawn.includes(deal)) drawn.push(deal)
  }
  const nameOf = (deal: Deal): string | undefined => props.names.get(deal.customerId ?? deal.companyId ?? '')

  useEffect(() => {
    if (wantedId === undefined) return
    virtualizer.scrollToIndex(deals.findIndex((deal) => deal.id === wantedId))
    list.current?.querySelector<HTMLElement>(`[data-deal="${CSS.escape(wantedId)}"]`)?.focus()
    onFocused()
  }, [wantedId, deals, virtualizer, onFocused])
  useEffect(() => {
    if (gap === undefined || held?.by !== 'keys') return
    virtualizer.scrollToIndex(gap)
    list.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [gap, held?.by, virtualizer])
  useEffect(() => {
    if (currentId !== undefined) list.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [currentId])

  const heldLook = held?.by === 'keys' ? 'held' : 'gone'
  return (
    <section
      {...{ [columnMark]: id }}
      aria-labelledby={titleId}
      className="flex min-h-0 w-52 min-w-[190px] max-w-[340px] flex-1 flex-col"
    >
      <h2 id={titleId} className="truncate font-semibold">
        {props.title} <span className="ms-0.5 font-normal text-ink-faint">{format.number(deals.length)}</span>
      </h2>
      <Totals totals={props.totals} weighted={props.weighted} lines={props.lines} />
      <div
        ref={list}
        {...{ [listMark]: '' }}
        role="listbox"
        tabIndex={-1}
        aria-labelledby={titleId}
        className={cx(
          '-mx-1 mt-1.5 min-h-0 flex-1 overflow-y-auto overflow-x-hidden rounded-xl px-1 pt-0.5 pb-2 outline-none',
          gap !== undefined && 'bg-sunk',
        )}
      >
        <div role="presentation" className="relative" style={{ height: count * CARD_PITCH }}>
          {drawn.map((deal) => {
            const row = rowOf(deal)
            const isHeld = deal.id === heldId
            const isCurrent = deal.id === currentId
            return (
              <BoardCard
                key={deal.id}
                deal={deal}
                customer={nameOf(deal)}
                idle={props.idle.get(deal.id)}
                column={id}
                row={row}
                count={deals.length}
                look={isHeld ? heldLook : isCurrent ? 'current' : 'plain'}
                isCurrent={isCurrent}
                isTabStop={activeId === undefined ? row === 0 : deal.id === activeId}
                glides={held !== undefined}
                isAway={isHeld && gap === undefined}
                instructions={props.instructions}
                handlers={props.handlers}
              />
            )
          })}
          {gap !== undefined && !isHome && heldDeal && (
            <div aria-hidden style={rowStyle(gap)} className={cx('absolute inset-x-0', cardClass(heldLook))}>
              <CardContent deal={heldDeal} customer={nameOf(heldDeal)} idle={props.idle.get(heldDeal.id)} />
            </div>
          )}
        </div>
      </div>
    </section>
  )
})

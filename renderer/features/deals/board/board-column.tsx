import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react'

import type { DealTotal } from '../../../../shared/domain/deal/totals.ts'
import { type Deal, displayName } from '../../../../shared/domain/index.ts'
import { useRecords } from '../../../data/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { cx } from '../../../ui/index.ts'
import { rowsWithGap } from './board-model.ts'
import { CardContent, cardClass } from './deal-card.tsx'
import { CARD_PITCH, columnMark, listMark } from './pointer-spot.ts'
import { Totals } from './totals.tsx'
import type { BoardDrag, Held } from './use-board-drag.ts'

/** The card that shall have the focus as soon as it is there. */
export type Wanted = { id: string } | undefined

export type ColumnProps = {
  id: string
  title: string
  deals: readonly Deal[]
  totals: readonly DealTotal[]
  weighted: boolean
  /** Height of the totals, in lines. */
  lines: number
  idle: ReadonlyMap<string, number>
  drag: BoardDrag
  /** The deal in the hand, wherever it comes from. */
  heldDeal: Deal | undefined
  currentId: string | undefined
  activeId: string | undefined
  wanted: Wanted
  onWanted: (wanted: Wanted) => void
  onActive: (id: string) => void
  onOpen: (id: string) => void
  onCardKey: (event: KeyboardEvent, deal: Deal, column: string, row: number) => void
  /** Id of the words that say how to move a card. */
  instructions: string
}

const OVERSCAN = 6

const gapIn = (held: Held | undefined, column: string): number | undefined =>
  held?.spot.column === column ? held.spot.index : undefined

/** One column: its name, how many, its totals, and its cards, of which only those in sight are drawn. */
export const BoardColumnView = (props: ColumnProps) => {
  const { id, title, deals, drag, heldDeal, currentId, activeId, wanted, onWanted } = props
  const { t, format } = useI18n()
  const titleId = useId()
  const list = useRef<HTMLDivElement>(null)
  const { held } = drag
  const gap = gapIn(held, id)
  const others = useMemo(() => deals.filter((deal) => deal.id !== held?.id), [deals, held?.id])
  const rows = useMemo(
    () =>
      rowsWithGap(
        others.map((deal) => deal.id),
        gap,
      ),
    [others, gap],
  )
  const rowOf = (deal: Deal): number => rows.get(deal.id) ?? gap ?? deals.indexOf(deal)
  const byRow = useMemo(() => new Map(others.map((deal) => [rows.get(deal.id) ?? 0, deal])), [others, rows])
  const count = others.length + (gap === undefined ? 0 : 1)
  const hasActive = deals.some((deal) => deal.id === activeId)

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => list.current,
    estimateSize: () => CARD_PITCH,
    overscan: OVERSCAN,
    rangeExtractor: defaultRangeExtractor,
  })
  const drawn = virtualizer.getVirtualItems().flatMap(({ index }) => byRow.get(index) ?? [])
  // The held card and the one with the focus stay, or the focus would be lost with them.
  for (const deal of deals)
    if ([held?.id, activeId, wanted?.id].includes(deal.id) && !drawn.includes(deal)) drawn.push(deal)
  const customers = useRecords(
    'customers',
    [...drawn, ...(heldDeal ? [heldDeal] : [])].flatMap(({ customerId, companyId }) => customerId ?? companyId ?? []),
  )
  const customerOf = (deal: Deal): string | undefined => {
    const customer = customers.get(deal.customerId ?? deal.companyId ?? '')
    return customer && displayName(customer)
  }

  const wantedRow = wanted ? deals.findIndex((deal) => deal.id === wanted.id) : -1
  useEffect(() => {
    if (!wanted || wantedRow < 0) return
    virtualizer.scrollToIndex(wantedRow)
    list.current?.querySelector<HTMLElement>(`[data-deal="${CSS.escape(wanted.id)}"]`)?.focus()
    onWanted(undefined)
  }, [wanted, wantedRow, virtualizer, onWanted])
  useEffect(() => {
    if (gap === undefined || held?.by !== 'keys') return
    virtualizer.scrollToIndex(gap)
    list.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [gap, held?.by, virtualizer])

  const hasCurrent = deals.some((deal) => deal.id === currentId)
  useEffect(() => {
    if (hasCurrent) list.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [hasCurrent])

  const style = (row: number) => ({ transform: `translateY(${row * CARD_PITCH}px)` })
  const place = cx('absolute inset-x-0', held && 'transition-transform duration-100')
  const heldHere = deals.some((deal) => deal.id === held?.id)

  return (
    <section
      {...{ [columnMark]: id }}
      aria-labelledby={titleId}
      className="flex min-h-0 w-52 min-w-[190px] max-w-[340px] flex-1 flex-col"
    >
      <h2 id={titleId} className="truncate font-semibold">
        {title} <span className="ms-0.5 font-normal text-ink-faint">{format.number(deals.length)}</span>
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
            const isHeld = deal.id === held?.id
            const heldLook = held?.by === 'keys' ? 'held' : 'gone'
            const tabbable = hasActive ? deal.id === activeId : row === 0
            return (
              <div
                key={deal.id}
                role="option"
                data-deal={deal.id}
                aria-selected={deal.id === currentId}
                aria-posinset={row + 1}
                aria-setsize={deals.length}
                aria-roledescription={t('deals.board.card')}
                aria-describedby={props.instructions}
                tabIndex={tabbable ? 0 : -1}
                style={style(row)}
                className={cx(
                  place,
                  'cursor-default touch-pan-y select-none',
                  cardClass(isHeld ? heldLook : deal.id === currentId ? 'current' : 'plain'),
                  isHeld && gap === undefined && 'pointer-events-none opacity-0',
                )}
                onPointerDown={(event) => drag.onPointerDown(event, deal.id)}
                onClick={() => {
                  if (!drag.swallowClick()) props.onOpen(deal.id)
                }}
                onFocus={() => props.onActive(deal.id)}
                onBlur={() => {
                  if (isHeld && held?.by === 'keys') drag.cancel()
                }}
                onKeyDown={(event) => props.onCardKey(event, deal, id, row)}
              >
                <CardContent deal={deal} customer={customerOf(deal)} idle={props.idle.get(deal.id)} />
              </div>
            )
          })}
          {gap !== undefined && !heldHere && heldDeal && (
            <div
              aria-hidden
              style={style(gap)}
              className={cx('absolute inset-x-0', cardClass(held?.by === 'keys' ? 'held' : 'gone'))}
            >
              <CardContent deal={heldDeal} customer={customerOf(heldDeal)} idle={props.idle.get(heldDeal.id)} />
            </div>
          )}
        </div>
      </div>
    </section>
  )
}

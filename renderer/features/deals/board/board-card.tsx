import { type KeyboardEvent, memo, type PointerEvent } from 'react'

import type { Deal } from '../../../../shared/domain/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { cx } from '../../../ui/index.ts'
import { CardContent, type CardLook, cardClass } from './deal-card.tsx'
import { CARD_PITCH } from './pointer-spot.ts'

/** What cards do; the same object for all of them and for ever, so that a card is only drawn when it changes. */
export type CardHandlers = {
  onPointerDown: (event: PointerEvent<HTMLElement>, id: string) => void
  onClick: (id: string) => void
  onFocus: (id: string) => void
  onBlur: (id: string) => void
  onKeyDown: (event: KeyboardEvent, deal: Deal, column: string, row: number) => void
}

export type BoardCardProps = {
  deal: Deal
  customer: string | undefined
  idle: number | undefined
  column: string
  row: number
  /** How many cards the column has. */
  count: number
  look: CardLook
  isCurrent: boolean
  /** Reached by Tab: one card of each column is. */
  isTabStop: boolean
  /** Somewhere a card is held: cards glide out of its way. */
  glides: boolean
  /** The held card is over another column: here it is only kept for the focus. */
  isAway: boolean
  /** Id of the words that say how to move a card. */
  instructions: string
  handlers: CardHandlers
}

export const rowStyle = (row: number) => ({ transform: `translateY(${row * CARD_PITCH}px)` })

/** A card in its row of a column. */
export const BoardCard = memo((props: BoardCardProps) => {
  const { deal, row, handlers } = props
  const { t } = useI18n()
  return (
    <div
      role="option"
      data-deal={deal.id}
      aria-selected={props.isCurrent}
      aria-posinset={row + 1}
      aria-setsize={props.count}
      aria-roledescription={t('deals.board.card')}
      aria-describedby={props.instructions}
      tabIndex={props.isTabStop ? 0 : -1}
      style={rowStyle(row)}
      className={cx(
        'absolute inset-x-0 cursor-default touch-pan-y select-none',
        props.glides && 'transition-transform duration-100',
        cardClass(props.look),
        props.isAway && 'pointer-events-none opacity-0',
      )}
      onPointerDown={(event) => handlers.onPointerDown(event, deal.id)}
      onClick={() => handlers.onClick(deal.id)}
      onFocus={() => handlers.onFocus(deal.id)}
      onBlur={() => handlers.onBlur(deal.id)}
      onKeyDown={(event) => handlers.onKeyDown(event, deal, props.column, row)}
    >
      <CardContent deal={deal} customer={props.customer} idle={props.idle} />
    </div>
  )
})

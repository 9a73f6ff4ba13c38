import { Handshake } from 'lucide-react'
import { useState } from 'react'

import { moveDeal, winDeal } from '../../../../shared/domain/deal/move.ts'
import type { Deal, Pipeline } from '../../../../shared/domain/index.ts'
import { placeAt } from '../../../../shared/order.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, EmptyState, Skeleton } from '../../../ui/index.ts'
import { type DealsView, openDialog } from '../../../view-state/index.ts'
import { useDealActions } from '../deal-actions.ts'
import { LostDialog } from '../dialogs/lost-dialog.tsx'
import { useBoardDeals } from '../use-board-deals.ts'
import { Board, type Dropped } from './board.tsx'
import { useOverrides } from './use-overrides.ts'

/** The shape of a board, drawn while its deals load. */
const shape = [
  ['a', 'b', 'c'],
  ['d', 'e'],
  ['f', 'g', 'h', 'i'],
  ['j', 'k'],
] as const

const Waiting = () => (
  <div aria-busy className="flex flex-1 gap-2.5 bg-canvas px-[18px] pt-3">
    {shape.map((cards) => (
      <div key={cards[0]} className="flex flex-1 flex-col gap-2">
        <Skeleton className="h-4 w-24" />
        {cards.map((card) => (
          <Skeleton key={card} className="h-[86px] w-full rounded-xl" />
        ))}
      </div>
    ))}
  </div>
)

/** The board of one pipeline, with what happens to a card that is put down. */
export const BoardPage = ({
  pipeline,
  view,
  text,
  filtered,
  currentId,
  onOpen,
  onClose,
}: {
  pipeline: Pipeline
  view: DealsView
  text: string
  /** Whether a filter may be why nothing is there. */
  filtered: boolean
  currentId: string | undefined
  onOpen: (id: string) => void
  onClose: () => void
}) => {
  const { t } = useI18n()
  const actions = useDealActions()
  const tellError = useTellError()
  const { overrides, show } = useOverrides()
  const [losing, setLosing] = useState<Deal>()
  const { open, won, idle, names, loading } = useBoardDeals(pipeline, view, text, overrides)

  const onDropped = (dropped: Dropped) => {
    const { deal } = dropped
    if (dropped.kind === 'lost') return setLosing(deal)
    const now = new Date().toISOString()
    if (dropped.kind === 'won') {
      const change = { status: 'won', closedAt: winDeal(now).closedAt } as const
      show(new Map([[deal.id, change]]), () => actions.win(deal)).catch(tellError)
      return
    }
    const { stageId, others, index } = dropped
    const keys = placeAt(others, deal.id, index)
    const place = { pipelineId: pipeline.id, stageId, order: keys.get(deal.id) ?? '' }
    const moved = moveDeal(deal, place, now)
    const entered = 'stageEnteredAt' in moved ? moved.stageEnteredAt : {}
    const changes = new Map<string, Partial<Deal>>([...keys].map(([id, order]) => [id, { order }]))
    changes.set(deal.id, { ...place, status: 'open', stageEnteredAt: { ...deal.stageEnteredAt, ...entered } })
    show(changes, () => actions.move(deal, { pipelineId: pipeline.id, stageId, others, index })).catch(tellError)
  }

  if (loading) return <Waiting />
  if (open.length === 0 && won.length === 0)
    return (
      <div className="flex-1 bg-canvas">
        {filtered ? (
          <EmptyState icon={Handshake} title={t('deals.empty.filtered')} />
        ) : (
          <EmptyState
            icon={Handshake}
            title={t('deals.empty.title')}
            action={
              <Button variant="primary" onPress={() => openDialog({ kind: 'newDeal', pipelineId: pipeline.id })}>
                {t('deals.new')}
              </Button>
            }
          >
            {t('deals.empty.text')}
          </EmptyState>
        )}
      </div>
    )
  return (
    <>
      <Board
        key={pipeline.id}
        pipeline={pipeline}
        open={open}
        won={won}
        idle={idle}
        names={names}
        currentId={currentId}
        onOpen={onOpen}
        onClose={onClose}
        onDropped={onDropped}
      />
      {losing && <LostDialog deal={losing} onClose={() => setLosing(undefined)} />}
    </>
  )
}

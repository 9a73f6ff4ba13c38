import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'

import { usePipelines } from '../../data/index.ts'
import { useDealsView } from '../../view-state/index.ts'
import { BoardPage } from './board/board-page.tsx'
import { DealsHeader } from './deals-header.tsx'
import { DealsList } from './list/deals-list.tsx'
import { DealPanel } from './panel/deal-panel.tsx'
import { useOwnIds } from './use-board-deals.ts'

/** The deals as a board or a list; the one that is open stands beside it. */
export const DealsPage = ({ id }: { id?: string | undefined }) => {
  const navigate = useNavigate()
  const pipelines = usePipelines()
  const view = useDealsView()
  const ownIds = useOwnIds()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const pipeline = pipelines?.find((each) => each.id === view.pipelineId) ?? pipelines?.[0]
  if (!pipelines || !pipeline) return null
  const open = (next: string) => void navigate({ to: '/deals/$id', params: { id: next } })
  const close = () => void navigate({ to: '/deals' })
  const filtered = asked !== '' || view.idle || view.closing !== undefined || (view.mine && ownIds !== undefined)
  return (
    <div className="flex h-full min-h-0 flex-col">
      <DealsHeader
        pipeline={pipeline}
        pipelines={pipelines}
        view={view}
        canBeMine={ownIds !== undefined}
        text={text}
        onText={setText}
      />
      <div className="flex min-h-0 flex-1 border-line border-t">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          {view.mode === 'list' ? (
            <DealsList text={asked} currentId={id} onOpen={open} />
          ) : (
            <BoardPage
              pipeline={pipeline}
              view={view}
              text={asked}
              filtered={filtered}
              currentId={id}
              onOpen={open}
              onClose={close}
            />
          )}
        </div>
        {id !== undefined && <DealPanel key={id} id={id} onClose={close} />}
      </div>
    </div>
  )
}

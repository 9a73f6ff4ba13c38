import { Ellipsis, Pencil, RotateCcw, Trash2, Trophy, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'

import { type Deal, dealProbability } from '../../../../shared/domain/index.ts'
import { useBook, useLinked, useRecord } from '../../../data/index.ts'
import { CompletenessMark, RecordHistory, useLookups, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Badge, Button, EmptyState, IconButton, Menu, Skeleton, Tabs } from '../../../ui/index.ts'
import { useDealActions } from '../deal-actions.ts'
import { LostDialog } from '../dialogs/lost-dialog.tsx'
import { DealActivity } from './deal-activity.tsx'
import { DealFacts } from './deal-facts.tsx'
import { EditDealDialog } from './edit-deal-dialog.tsx'
import { StageStepper } from './stage-stepper.tsx'

const Frame = ({ label, children }: { label: string; children: ReactNode }) => (
  <aside
    aria-label={label}
    className="flex w-[392px] min-w-[320px] flex-none flex-col overflow-y-auto border-line border-s bg-surface"
  >
    {children}
  </aside>
)

const Closing = ({ deal, onLose }: { deal: Deal; onLose: () => void }) => {
  const { t } = useI18n()
  const actions = useDealActions()
  const tellError = useTellError()
  if (deal.status !== 'open')
    return (
      <Button small icon={RotateCcw} onPress={() => void actions.reopen(deal).catch(tellError)}>
        {t('deals.reopen')}
      </Button>
    )
  return (
    <>
      <Button small variant="primary" icon={Trophy} onPress={() => void actions.win(deal).catch(tellError)}>
        {t('deals.win')}
      </Button>
      <Button small onPress={onLose}>
        {t('deals.lose')}
      </Button>
    </>
  )
}

const OpenDeal = ({ deal, onClose }: { deal: Deal; onClose: () => void }) => {
  const { t, tx, format } = useI18n()
  const actions = useDealActions()
  const tellError = useTellError()
  const { pipelines } = useLookups()
  const [dialog, setDialog] = useState<'edit' | 'lose'>()
  const [focus, setFocus] = useState<string>()
  const edit = (key?: string) => {
    setFocus(key)
    setDialog('edit')
  }
  const tasks = useLinked('tasks', 'dealId', deal.id)
  const interactions = useLinked('interactions', 'dealId', deal.id)
  const pipeline = pipelines.get(deal.pipelineId)
  const share = format.percent(dealProbability(deal, pipeline) / 100)
  const remove = async () => {
    await actions.remove([deal.id])
    onClose()
  }
  return (
    <Frame label={deal.title}>
      <header className="flex flex-none flex-col gap-2.5 px-4 pt-3.5 pb-3">
        <div className="flex items-start gap-1">
          <h2 className="min-w-0 flex-1 break-words font-[640] text-lg tracking-tight" dir="auto">
            {deal.title}
          </h2>
          <IconButton small icon={Pencil} label={t('deals.edit')} onPress={() => edit()} />
          <Menu
            placement="bottom end"
            trigger={<IconButton small icon={Ellipsis} label={t('deals.more')} />}
            items={[
              {
                id: 'delete',
                label: t('deals.delete'),
                icon: Trash2,
                danger: true,
                onAction: () => void remove().catch(tellError),
              },
            ]}
          />
          <IconButton small icon={X} label={t('ui.close')} onPress={onClose} />
        </div>
        <div className="flex items-center gap-2">
          <span className="font-[560] text-lg">
            {deal.value === undefined ? '—' : format.money(deal.value, deal.currency)}
          </span>
          {deal.status === 'open' ? (
            <span className="text-ink-faint">{t('deals.chance', { share })}</span>
          ) : (
            <Badge tone={deal.status === 'won' ? 'good' : 'bad'}>
              {tx(`option.deals.status.${deal.status}`, deal.status)}
            </Badge>
          )}
          <span className="ms-auto flex gap-1.5">
            <Closing deal={deal} onLose={() => setDialog('lose')} />
          </span>
        </div>
        <StageStepper deal={deal} />
        <p className="-ms-2">
          <CompletenessMark noun="deals" record={deal} onFill={edit} />
        </p>
      </header>
      <div className="border-line border-t px-4 py-3">
        <DealFacts deal={deal} pipeline={pipeline} />
      </div>
      <Tabs
        label={t('deals.parts')}
        className="border-line border-t pt-2"
        items={[
          {
            id: 'activity',
            label: t('deals.activity'),
            content: <DealActivity deal={deal} tasks={tasks} interactions={interactions} />,
          },
          {
            id: 'history',
            label: t('deals.history'),
            content: (
              <div className="px-4 py-2">
                <RecordHistory noun="deals" record={deal} name={deal.title} />
              </div>
            ),
          },
        ]}
      />
      {dialog === 'edit' && <EditDealDialog deal={deal} focus={focus} onClose={() => setDialog(undefined)} />}
      {dialog === 'lose' && <LostDialog deal={deal} onClose={() => setDialog(undefined)} />}
    </Frame>
  )
}

/** A deal that is in the trash: what it was, and how to have it back. */
const DeletedDeal = ({ deal, onClose }: { deal: Deal; onClose: () => void }) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const restore = () => book.write({ key: 'restored' }, (draft) => draft.restore('deals', deal.id))
  return (
    <Frame label={deal.title}>
      <EmptyState
        icon={Trash2}
        title={t('deals.inTrash', { name: deal.title })}
        action={
          <>
            <Button onPress={onClose}>{t('ui.close')}</Button>
            <Button variant="primary" onPress={() => void restore().catch(tellError)}>
              {t('deals.restore')}
            </Button>
          </>
        }
      />
    </Frame>
  )
}

/** One deal, beside the board or the list. */
export const DealPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useI18n()
  const deal = useRecord('deals', id)
  if (deal === undefined)
    return (
      <Frame label={t('ui.loading')}>
        <div className="flex flex-col gap-3 p-4">
          <Skeleton className="h-5 w-48" />
          <Skeleton className="h-4 w-32" />
          <Skeleton className="h-8 w-full" />
        </div>
      </Frame>
    )
  if (deal === null)
    return (
      <Frame label={t('deals.gone')}>
        <EmptyState icon={Trash2} title={t('deals.gone')} action={<Button onPress={onClose}>{t('ui.close')}</Button>} />
      </Frame>
    )
  return deal.deletedAt === undefined ? (
    <OpenDeal deal={deal} onClose={onClose} />
  ) : (
    <DeletedDeal deal={deal} onClose={onClose} />
  )
}

import { ChevronDown, ListFilter, Plus } from 'lucide-react'

import type { Pipeline } from '../../../shared/domain/index.ts'
import { useLabels } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, cx, Icon, Menu, type MenuEntry, PageHeader, SearchField, Segmented } from '../../ui/index.ts'
import { type DealsView, openDialog, setDealsView } from '../../view-state/index.ts'

const closings = ['month', 'quarter', 'overdue'] as const

/** What the board's filter says, as words. */
const useFilterWords = (view: DealsView, canBeMine: boolean): string[] => {
  const { t } = useI18n()
  return [
    ...(view.mine && canBeMine ? [t('deals.filter.mine')] : []),
    ...(view.closing ? [t(`deals.filter.${view.closing}`)] : []),
    ...(view.idle ? [t('deals.filter.idle')] : []),
  ]
}

const BoardFilter = ({ view, canBeMine }: { view: DealsView; canBeMine: boolean }) => {
  const { t } = useI18n()
  const words = useFilterWords(view, canBeMine)
  const items: MenuEntry[] = [
    {
      id: 'mine',
      label: t('deals.filter.mine'),
      selected: view.mine && canBeMine,
      isDisabled: !canBeMine,
      onAction: () => setDealsView({ mine: !view.mine }),
    },
    {
      id: 'idle',
      label: t('deals.filter.idle'),
      selected: view.idle,
      onAction: () => setDealsView({ idle: !view.idle }),
    },
    { separator: 'closing' },
    ...closings.map((closing) => ({
      id: closing,
      label: t(`deals.filter.${closing}`),
      selected: view.closing === closing,
      onAction: () => setDealsView({ closing: view.closing === closing ? undefined : closing }),
    })),
    { separator: 'clear' },
    {
      id: 'clear',
      label: t('deals.filter.clear'),
      isDisabled: words.length === 0,
      onAction: () => setDealsView({ mine: false, idle: false, closing: undefined }),
    },
  ]
  return (
    <Menu
      placement="bottom end"
      items={items}
      trigger={
        <Button icon={ListFilter} className={cx('border-dashed', words.length === 0 && 'text-ink-muted')}>
          {words.length === 0 ? t('deals.filter.title') : words.join(' · ')}
        </Button>
      }
    />
  )
}

const PipelineSwitch = ({ pipeline, pipelines }: { pipeline: Pipeline; pipelines: readonly Pipeline[] }) => {
  const { t } = useI18n()
  const labels = useLabels()
  if (pipelines.length < 2) return <>{labels.pipeline(pipeline.id)}</>
  return (
    <Menu
      items={pipelines.map(({ id }) => ({
        id,
        label: labels.pipeline(id),
        selected: id === pipeline.id,
        onAction: () => setDealsView({ pipelineId: id }),
      }))}
      trigger={
        <Button variant="quiet" small aria-label={`${t('deals.pipeline')}: ${labels.pipeline(pipeline.id)}`}>
          {labels.pipeline(pipeline.id)}
          <Icon of={ChevronDown} size={14} />
        </Button>
      }
    />
  )
}

/** The first line of the page: which pipeline, how it is shown, what of it. */
export const DealsHeader = ({
  pipeline,
  pipelines,
  view,
  canBeMine,
  text,
  onText,
}: {
  pipeline: Pipeline
  pipelines: readonly Pipeline[]
  view: DealsView
  canBeMine: boolean
  text: string
  onText: (text: string) => void
}) => {
  const { t } = useI18n()
  return (
    <PageHeader
      title={t('deals.title')}
      {...(view.mode === 'board' && { detail: <PipelineSwitch pipeline={pipeline} pipelines={pipelines} /> })}
    >
      <SearchField label={t('deals.search')} placeholder={t('deals.search')} value={text} onChange={onText} />
      {view.mode === 'board' && <BoardFilter view={view} canBeMine={canBeMine} />}
      <Segmented
        label={t('deals.view.label')}
        value={view.mode}
        onChange={(mode) => setDealsView({ mode })}
        options={[
          { id: 'board', label: t('deals.view.board') },
          { id: 'list', label: t('deals.view.list') },
        ]}
      />
      <Button variant="primary" icon={Plus} onPress={() => openDialog({ kind: 'newDeal', pipelineId: pipeline.id })}>
        {t('deals.new')}
      </Button>
    </PageHeader>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { Copy, Download, EllipsisVertical, List, Pencil, Pin, RefreshCw, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'

import type { Filter, Segment } from '../../../shared/domain/index.ts'
import { type Refreshment, showList, useSegmentWrites, useTellError, ViewNameDialog } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, ConfirmDialog, IconButton, Menu, type MenuEntry } from '../../ui/index.ts'
import { openDialog, setDealsView } from '../../view-state/index.ts'

type Asking = { kind: 'rename' } | { kind: 'delete' } | { kind: 'refresh'; change: Refreshment }

/** What can be done with a segment. */
export const SegmentActions = ({
  segment,
  uses,
  filter,
  onOpen,
}: {
  segment: Segment
  /** In how many places it is named. */
  uses: number
  /** What is counted: the segment as it is being edited. */
  filter: Filter
  onOpen: (id: string) => void
}) => {
  const { t } = useI18n()
  const navigate = useNavigate()
  const tellError = useTellError()
  const { compare, duplicate, fix, refresh, remove, save } = useSegmentWrites()
  const [asking, setAsking] = useState<Asking>()
  const { id, noun, name, kind } = segment
  const close = () => setAsking(undefined)
  const act = (work: () => Promise<unknown>) => () => void work().catch(tellError)

  const show = () => {
    if (noun === 'deals') setDealsView({ mode: 'list' })
    showList(noun, [{ op: 'in', segment: id }])
    void navigate({ to: noun === 'deals' ? '/deals' : '/customers' })
  }
  const drop = async () => {
    close()
    await remove(segment)
  }
  const items: MenuEntry[] = [
    { id: 'rename', label: t('segments.rename'), icon: Pencil, onAction: () => setAsking({ kind: 'rename' }) },
    {
      id: 'duplicate',
      label: t('segments.duplicate'),
      icon: Copy,
      onAction: act(async () => onOpen(await duplicate(segment, t('segments.copyOf', { name })))),
    },
    kind === 'live'
      ? { id: 'fix', label: t('segments.makeFixed'), icon: Pin, onAction: act(() => fix(segment)) }
      : {
          id: 'live',
          label: t('segments.makeLive'),
          icon: RefreshCw,
          onAction: act(() => save(segment, { kind: 'live' })),
        },
    { separator: 'end' },
    {
      id: 'delete',
      label: t('segments.delete'),
      icon: Trash2,
      danger: true,
      onAction: () => (uses > 0 ? setAsking({ kind: 'delete' }) : act(drop)()),
    },
  ]
  const dialog = (): ReactNode => {
    if (asking?.kind === 'rename')
      return (
        <ViewNameDialog
          title={t('segments.rename')}
          name={name}
          onName={async (next) => {
            await save(segment, { name: next })
            close()
          }}
          onClose={close}
        />
      )
    if (asking?.kind === 'refresh') {
      const { change } = asking
      return (
        <ConfirmDialog
          isOpen
          title={t('segments.refresh')}
          confirmLabel={t('segments.refresh.yes')}
          onConfirm={act(async () => {
            close()
            await refresh(segment, change)
          })}
          onClose={close}
        >
          {t('segments.refreshDetail', { added: change.added.length, removed: change.removed.length })}
        </ConfirmDialog>
      )
    }
    return (
      asking && (
        <ConfirmDialog
          isOpen
          danger
          title={t('segments.delete.title', { name })}
          confirmLabel={t('segments.delete')}
          onConfirm={act(drop)}
          onClose={close}
        >
          {t('segments.delete.used', { count: uses })}
        </ConfirmDialog>
      )
    )
  }
  return (
    <div className="ms-auto flex flex-wrap items-center gap-1.5">
      {kind === 'fixed' && (segment.filter?.length ?? 0) > 0 && (
        <Button
          small
          icon={RefreshCw}
          onPress={act(async () => setAsking({ kind: 'refresh', change: await compare(segment) }))}
        >
          {t('segments.refresh')}
        </Button>
      )}
      <Button small icon={List} onPress={show}>
        {t('segments.show')}
      </Button>
      <Button small icon={Download} onPress={() => openDialog({ kind: 'export', noun, query: { filter } })}>
        {t('segments.export')}
      </Button>
      <Menu
        placement="bottom end"
        trigger={<IconButton small icon={EllipsisVertical} label={t('segments.actions')} />}
        items={items}
      />
      {dialog()}
    </div>
  )
}

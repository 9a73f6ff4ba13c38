import { ChevronDown, Pencil, Save, Trash2 } from 'lucide-react'
import { useState } from 'react'

import type { NounName, View } from '../../shared/domain/index.ts'
import { orderAfter } from '../../shared/order.ts'
import { useAll, useBook } from '../data/index.ts'
import { useI18n } from '../i18n/index.ts'
import { Button, cx, IconButton, Menu, type MenuEntry } from '../ui/index.ts'
import { type BuiltInView, type ListState, openView } from './list-state.ts'
import { ViewNameDialog } from './view-name-dialog.tsx'

const same = (a: ListState, b: ListState): boolean =>
  JSON.stringify([a.filter, a.sort, a.columns]) === JSON.stringify([b.filter, b.sort, b.columns])

const storedPart = (state: ListState) => ({
  filter: state.filter,
  columns: state.columns,
  sortBy: state.sort?.column,
  descending: state.sort?.descending,
})

const tabClass = (on: boolean) =>
  cx(
    'max-w-48 truncate rounded-md px-[9px] py-1 font-[520] outline-offset-0',
    on ? 'bg-sunk text-ink' : 'text-ink-muted hover:text-ink',
  )

type Naming = { kind: 'new' } | { kind: 'rename'; view: View }

/** Saved views of a list as a row of buttons; a changed one can be saved, any look kept under a new name. */
export const SavedViews = ({
  noun,
  builtIn,
  state,
  onState,
}: {
  noun: NounName
  builtIn: readonly BuiltInView[]
  state: ListState
  onState: (state: ListState) => void
}) => {
  const { t, tx } = useI18n()
  const book = useBook()
  const [naming, setNaming] = useState<Naming>()
  const own = (useAll('views') ?? []).filter((view) => view.noun === noun)
  const views = [...builtIn, ...own]
  const current = views.find(({ id }) => id === state.viewId)
  const ownCurrent = own.find(({ id }) => id === state.viewId)
  const changed = current !== undefined && !same(openView(noun, current), state)
  const nameOf = (view: BuiltInView | View) =>
    'nameKey' in view ? tx(view.nameKey, view.id, view.nameParams) : view.name

  const saveAs = async (name: string) => {
    let id = ''
    await book.write({ key: 'viewSaved', params: { name } }, (draft) => {
      const order = orderAfter(own)
      const { sortBy, descending, ...rest } = storedPart(state)
      const sort = { ...(sortBy !== undefined && { sortBy }), ...(descending !== undefined && { descending }) }
      id = draft.create('views', { noun, name, order, ...rest, ...sort }).id
    })
    onState({ ...state, viewId: id })
  }
  const update = (view: View, patch: Partial<ReturnType<typeof storedPart>> & { name?: string }) =>
    book.write({ key: 'viewSaved', params: { name: patch.name ?? view.name } }, (draft) =>
      draft.update('views', view.id, patch),
    )
  const remove = async (view: View) => {
    await book.write({ key: 'viewDeleted', params: { name: view.name } }, (draft) => draft.remove('views', view.id))
    const first = builtIn[0]
    if (first) onState(openView(noun, first))
  }

  const items: MenuEntry[] = [
    ...(ownCurrent && changed
      ? [
          {
            id: 'save',
            label: t('customers.views.save'),
            icon: Save,
            onAction: () => void update(ownCurrent, storedPart(state)),
          },
        ]
      : []),
    { id: 'saveAs', label: t('customers.views.saveAs'), icon: Save, onAction: () => setNaming({ kind: 'new' }) },
    ...(changed && current
      ? [{ id: 'reset', label: t('customers.views.reset'), onAction: () => onState(openView(noun, current)) }]
      : []),
    ...(ownCurrent
      ? [
          { separator: 'own' },
          {
            id: 'rename',
            label: t('customers.views.rename'),
            icon: Pencil,
            onAction: () => setNaming({ kind: 'rename', view: ownCurrent }),
          },
          {
            id: 'delete',
            label: t('customers.views.delete'),
            icon: Trash2,
            danger: true,
            onAction: () => void remove(ownCurrent),
          },
        ]
      : []),
  ]

  return (
    <nav aria-label={t('customers.views.title')} className="flex min-w-0 flex-wrap items-center gap-1">
      {views.map((view) => {
        const on = view.id === state.viewId
        return (
          <button
            key={view.id}
            type="button"
            aria-pressed={on}
            onClick={() => onState(openView(noun, view))}
            className={tabClass(on)}
          >
            <bdi>{nameOf(view)}</bdi>
            {on && changed && <span className="ms-1 text-accent">•</span>}
          </button>
        )
      })}
      {changed && (
        <Button
          small
          variant="quiet"
          className="!text-accent"
          onPress={() => (ownCurrent ? void update(ownCurrent, storedPart(state)) : setNaming({ kind: 'new' }))}
        >
          {t(ownCurrent ? 'customers.views.save' : 'customers.views.saveAs')}
        </Button>
      )}
      <Menu trigger={<IconButton small icon={ChevronDown} label={t('customers.views.menu')} />} items={items} />
      {naming && (
        <ViewNameDialog
          title={t(naming.kind === 'new' ? 'customers.views.saveAs' : 'customers.views.rename')}
          name={naming.kind === 'rename' ? naming.view.name : ''}
          onClose={() => setNaming(undefined)}
          onName={async (name) => {
            if (naming.kind === 'new') await saveAs(name)
            else await update(naming.view, { name })
            setNaming(undefined)
          }}
        />
      )}
    </nav>
  )
}

import { Ban, CircleSlash2, Layers, type LucideIcon, MailCheck, Spline, Users } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'

import { type Column, type FilterNode, type NounName, outreachColumns } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Icon, SearchField } from '../../ui/index.ts'
import { useCatalog } from '../lookups.ts'
import { useColumnLabel, useFormatContext } from '../use-format.ts'
import { filterColumns } from './condition-model.ts'
import { relatedChoices, startRelated } from './node-model.ts'
import { relatedName } from './node-text.ts'

/** What was chosen to be added: a column, something small to be filled in, or a part that is built in a larger place. */
export type Choice =
  | { kind: 'column'; column: Column }
  | { kind: 'segment' }
  | { kind: 'reach' }
  | { kind: 'node'; node: FilterNode }

type Entry = { id: string; name: string; icon?: LucideIcon; choice: Choice }

/** Which parts may be added where. */
export type Allowed = { groups: boolean; related: boolean }

/** Columns that are asked in words of their own: who may be written to. */
const REACHED = new Set<string>(Object.values(outreachColumns))

const useEntries = (noun: NounName, { groups, related }: Allowed): { columns: Entry[]; parts: Entry[] } => {
  const { t, compare } = useI18n()
  const context = useFormatContext()
  const catalog = useCatalog()
  const label = useColumnLabel(noun)
  return useMemo(() => {
    const columns = filterColumns(catalog, noun)
      .filter(({ key }) => !REACHED.has(key))
      .map((column): Entry => ({ id: column.key, name: label(column.key), choice: { kind: 'column', column } }))
      .sort((a, b) => compare(a.name, b.name))
    const linked = related
      ? relatedChoices(catalog, noun).map(
          (choice): Entry => ({
            id: `related:${choice.noun}:${choice.by ?? ''}`,
            name: t('segments.add.related', { name: relatedName(context, noun, choice) }),
            icon: Spline,
            choice: { kind: 'node', node: startRelated(choice) },
          }),
        )
      : []
    const reach: Entry[] =
      noun === 'customers'
        ? [{ id: 'reach', name: t('segments.reach'), icon: MailCheck, choice: { kind: 'reach' } }]
        : []
    const any: Entry = {
      id: 'any',
      name: t('segments.add.any'),
      icon: Layers,
      choice: { kind: 'node', node: { op: 'any', of: [] } },
    }
    const none: Entry = {
      id: 'none',
      name: t('segments.add.none'),
      icon: Ban,
      choice: { kind: 'node', node: { op: 'none', of: [] } },
    }
    return {
      columns,
      parts: [
        { id: 'segment', name: t('segments.add.segment'), icon: Users, choice: { kind: 'segment' } },
        ...reach,
        ...linked,
        ...(groups ? [any, none] : []),
      ],
    }
  }, [catalog, noun, label, compare, t, context, groups, related])
}

/** What a filter can ask: any column, found by typing, and below them what is more than one column. */
export const AddList = ({
  noun,
  allowed,
  onChoose,
}: {
  noun: NounName
  allowed: Allowed
  onChoose: (choice: Choice) => void
}) => {
  const { t } = useI18n()
  const [text, setText] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const { columns, parts } = useEntries(noun, allowed)
  const wanted = text.trim().toLocaleLowerCase()
  const fits = ({ name }: Entry) => name.toLocaleLowerCase().includes(wanted)
  const [shownColumns, shownParts] = [columns.filter(fits), parts.filter(fits)]
  const [first] = [...shownColumns, ...shownParts]

  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    buttons[buttons.findIndex((button) => button.matches(':focus')) + step]?.focus()
  }
  const button = ({ id, name, icon, choice }: Entry) => (
    <li key={id}>
      <button
        type="button"
        onClick={() => onChoose(choice)}
        className="flex w-full items-center gap-2 rounded-md px-2 py-1 text-start hover:bg-sunk focus-visible:bg-sunk"
      >
        {icon && <Icon of={icon} size={14} className="text-ink-faint" />}
        <span className="min-w-0 flex-1">{name}</span>
      </button>
    </li>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move between the buttons inside
    <div ref={list} onKeyDown={move} className="flex w-64 flex-col gap-2">
      <SearchField
        autoFocus
        label={t('customers.filter.findColumn')}
        value={text}
        onChange={setText}
        onDown={() => list.current?.querySelector<HTMLButtonElement>('li button')?.focus()}
        {...(wanted !== '' && first && { onEnter: () => onChoose(first.choice) })}
      />
      {shownColumns.length > 0 && <ul className="flex max-h-60 flex-col overflow-auto">{shownColumns.map(button)}</ul>}
      {shownParts.length > 0 && (
        <ul aria-label={t('segments.add.more')} className="flex flex-col border-line border-t pt-2">
          {shownParts.map(button)}
        </ul>
      )}
      {!first && (
        <p className="flex items-center gap-2 px-2 text-ink-faint">
          <Icon of={CircleSlash2} size={14} />
          {t('ui.noMatch')}
        </p>
      )}
    </div>
  )
}

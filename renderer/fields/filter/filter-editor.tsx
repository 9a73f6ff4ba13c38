import { Filter as FilterIcon, X } from 'lucide-react'
import { useMemo, useState } from 'react'

import { type Column, type Condition, displayName, type Filter, type NounName } from '../../../shared/domain/index.ts'
import { useRecords } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, IconButton, Popover, SearchField } from '../../ui/index.ts'
import { useColumnLabel } from '../use-format.ts'
import { ConditionEditor } from './condition-editor.tsx'
import { filterColumns } from './condition-model.ts'
import { useConditionText } from './condition-text.ts'

const ColumnList = ({
  noun,
  columns,
  onChoose,
}: {
  noun: NounName
  columns: readonly Column[]
  onChoose: (column: Column) => void
}) => {
  const { t, compare } = useI18n()
  const label = useColumnLabel(noun)
  const [text, setText] = useState('')
  const wanted = text.trim().toLocaleLowerCase()
  const shown = columns
    .map((column) => ({ column, name: label(column.key) }))
    .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => compare(a.name, b.name))
  return (
    <div className="flex w-60 flex-col gap-2">
      <SearchField autoFocus label={t('customers.filter.findColumn')} value={text} onChange={setText} />
      <ul className="flex max-h-72 flex-col overflow-auto">
        {shown.map(({ column, name }) => (
          <li key={column.key}>
            <button
              type="button"
              onClick={() => onChoose(column)}
              className="w-full rounded-md px-2 py-1 text-start hover:bg-sunk focus-visible:bg-sunk"
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const NewCondition = ({ noun, onApply }: { noun: NounName; onApply: (condition: Condition) => void }) => {
  const [column, setColumn] = useState<Column>()
  const columns = useMemo(() => filterColumns(noun), [noun])
  if (!column) return <ColumnList noun={noun} columns={columns} onChoose={setColumn} />
  return <ConditionEditor noun={noun} column={column} onApply={onApply} />
}

const linkedIds = (filter: Filter, columns: readonly Column[]): string[] =>
  filter.flatMap((condition) =>
    'values' in condition && columns.some(({ key, type }) => key === condition.column && type === 'link')
      ? condition.values
      : [],
  )

/** The button that adds a condition. */
export const AddCondition = ({
  noun,
  filter,
  onChange,
}: {
  noun: NounName
  filter: Filter
  onChange: (filter: Condition[]) => void
}) => {
  const { t } = useI18n()
  return (
    <Popover
      label={t('customers.filter.add')}
      placement="bottom end"
      trigger={
        <Button small icon={FilterIcon} className="border-dashed text-ink-muted">
          {t('customers.filter.add')}
        </Button>
      }
    >
      {(close) => (
        <NewCondition
          noun={noun}
          onApply={(condition) => {
            onChange([...filter, condition])
            close()
          }}
        />
      )}
    </Popover>
  )
}

/** The conditions that hold, each a chip that opens to be changed; nothing when there are none. */
export const FilterChips = ({
  noun,
  filter,
  onChange,
}: {
  noun: NounName
  filter: Filter
  onChange: (filter: Condition[]) => void
}) => {
  const { t } = useI18n()
  const columns = useMemo(() => filterColumns(noun), [noun])
  const linked = useRecords('customers', linkedIds(filter, columns))
  const names = useMemo(() => new Map([...linked].map(([id, row]) => [id, displayName(row)])), [linked])
  const words = useConditionText(noun, names)
  if (filter.length === 0) return null
  const without = (index: number) => filter.filter((_, at) => at !== index)
  return (
    <ul className="flex min-w-0 flex-wrap items-center gap-1.5" aria-label={t('customers.filter.active')}>
      {filter.map((condition, index) => {
        const { column: name, text } = words(condition)
        const column = columns.find(({ key }) => key === condition.column)
        return (
          <li
            key={`${condition.column}-${condition.op}-${index.toString()}`}
            className="flex max-w-80 items-center rounded-md bg-accent-soft text-accent"
          >
            <Popover
              label={name}
              trigger={
                <Button small variant="quiet" className="min-w-0 shrink !text-accent">
                  <span className="font-[560]">{name}</span>
                  <bdi className="truncate">{text}</bdi>
                </Button>
              }
            >
              {(close) =>
                column && (
                  <ConditionEditor
                    noun={noun}
                    column={column}
                    condition={condition}
                    onApply={(next) => {
                      onChange(filter.map((each, at) => (at === index ? next : each)))
                      close()
                    }}
                    onRemove={() => {
                      close()
                      onChange(without(index))
                    }}
                  />
                )
              }
            </Popover>
            <IconButton
              small
              icon={X}
              label={t('customers.filter.removeOne', { name })}
              className="!text-accent"
              onPress={() => onChange(without(index))}
            />
          </li>
        )
      })}
      <li>
        <Button small variant="quiet" onPress={() => onChange([])}>
          {t('customers.filter.clear')}
        </Button>
      </li>
    </ul>
  )
}

/** Chips and the button that adds another, in one line. */
export const FilterEditor = (props: { noun: NounName; filter: Filter; onChange: (filter: Condition[]) => void }) => (
  <div className="flex min-w-0 flex-wrap items-center gap-1.5">
    <FilterChips {...props} />
    <AddCondition {...props} />
  </div>
)

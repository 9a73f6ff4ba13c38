import { useId, useRef } from 'react'

import { type OpenConflict, type SettledConflict, useRecord } from '../../../data/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import type { RecordConflicts } from './by-record.ts'
import { ConflictItem } from './conflict-item.tsx'
import { RecordTitle, recordName } from './record-title.tsx'
import { Sides } from './sides.tsx'

export const keyOf = ({ table, id, path }: OpenConflict): string => `${table}/${id}/${path}`

/** A record with its conflicts: its name once, below it each field. */
export const RecordItem = ({
  of: { table, id, conflicts },
  heading: Heading,
  selected,
  onSelect,
}: {
  of: RecordConflicts<OpenConflict | SettledConflict>
  heading: 'h2' | 'h3'
  selected: ReadonlySet<string>
  onSelect: (key: string, isSelected: boolean) => void
}) => {
  const { t } = useI18n()
  const record = useRecord(table, id) ?? undefined
  const item = useRef<HTMLLIElement>(null)
  const titleId = useId()
  const unnamed = t('settings.unnamed')
  const open = conflicts.filter((conflict) => !('settled' in conflict))
  return (
    <li ref={item} className="py-3.5">
      <div className="mb-1 flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1.5">
        <Heading id={titleId} className="font-semibold">
          {record ? <RecordTitle table={table} record={record} /> : unnamed}
        </Heading>
        {conflicts.length > 1 && (
          <span className="text-ink-muted">{t('sync.conflicts.fields', { count: conflicts.length })}</span>
        )}
        <div className="ms-auto">
          <Sides conflicts={open} name={(record && recordName(table, record)) || unnamed} item={item} />
        </div>
      </div>
      <ul aria-labelledby={titleId} className="flex flex-col gap-3">
        {conflicts.map((conflict) => {
          const key = keyOf(conflict)
          return (
            <ConflictItem
              key={key}
              conflict={conflict}
              record={record}
              isSelected={selected.has(key)}
              onSelect={(isSelected) => onSelect(key, isSelected)}
            />
          )
        })}
      </ul>
    </li>
  )
}

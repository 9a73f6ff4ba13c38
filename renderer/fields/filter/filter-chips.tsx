import { type ReactNode, useState } from 'react'

import type { Filter, FilterNode, NounName } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { FilterDialog } from './filter-dialog.tsx'
import { NodeChip } from './node-chip.tsx'
import { useNodeText } from './node-text.ts'

/** The conditions that hold, each a chip that opens to be changed; nothing when there are none. */
export const FilterChips = ({
  noun,
  filter,
  onChange,
  children,
}: {
  noun: NounName
  filter: Filter
  onChange: (filter: FilterNode[]) => void
  /** What else can be done with the filter, behind the chips. */
  children?: ReactNode
}) => {
  const { t } = useI18n()
  const words = useNodeText(noun, filter)
  const [building, setBuilding] = useState(false)
  if (filter.length === 0) return null
  return (
    <>
      <ul className="flex min-w-0 flex-wrap items-center gap-1.5" aria-label={t('customers.filter.active')}>
        {filter.map((node, index) => (
          <li key={`${node.op}-${'column' in node ? node.column : ''}-${index.toString()}`} className="flex min-w-0">
            <NodeChip
              noun={noun}
              node={node}
              words={words(node)}
              onChange={(next) => onChange(filter.with(index, next))}
              onRemove={() => onChange(filter.toSpliced(index, 1))}
              onBuild={() => setBuilding(true)}
            />
          </li>
        ))}
        <li>
          <Button small variant="quiet" onPress={() => onChange([])}>
            {t('customers.filter.clear')}
          </Button>
        </li>
        {children !== undefined && <li>{children}</li>}
      </ul>
      {building && <FilterDialog noun={noun} filter={filter} onApply={onChange} onClose={() => setBuilding(false)} />}
    </>
  )
}

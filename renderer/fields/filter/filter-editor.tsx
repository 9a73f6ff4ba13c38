import type { ReactNode } from 'react'

import type { Filter, FilterNode, NounName } from '../../../shared/domain/index.ts'
import { AddCondition } from './add-condition.tsx'
import { FilterChips } from './filter-chips.tsx'

/** Chips and the button that adds another, in one line. */
export const FilterEditor = (props: {
  noun: NounName
  filter: Filter
  onChange: (filter: FilterNode[]) => void
  children?: ReactNode
}) => (
  <div className="flex min-w-0 flex-wrap items-center gap-1.5">
    <FilterChips {...props} />
    <AddCondition {...props} />
  </div>
)

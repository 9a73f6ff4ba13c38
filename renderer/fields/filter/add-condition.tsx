import { Filter as FilterIcon, Plus } from 'lucide-react'
import { useState } from 'react'

import type { Filter, FilterNode, NounName } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, Popover } from '../../ui/index.ts'
import { AddList, type Allowed, type Choice } from './add-list.tsx'
import { ConditionEditor } from './condition-editor.tsx'
import { FilterDialog } from './filter-dialog.tsx'
import { ReachEditor } from './reach-editor.tsx'
import { SegmentEditor } from './segment-editor.tsx'

const NewNode = ({ noun, allowed, onAdd }: { noun: NounName; allowed: Allowed; onAdd: (node: FilterNode) => void }) => {
  const [choice, setChoice] = useState<Choice>()
  if (!choice) {
    const choose = (next: Choice) => (next.kind === 'node' ? onAdd(next.node) : setChoice(next))
    return <AddList noun={noun} allowed={allowed} onChoose={choose} />
  }
  if (choice.kind === 'column') return <ConditionEditor noun={noun} column={choice.column} onApply={onAdd} />
  return choice.kind === 'segment' ? <SegmentEditor noun={noun} onApply={onAdd} /> : <ReachEditor onApply={onAdd} />
}

/** The button that adds a part where a filter is built. */
export const AddNode = ({
  noun,
  allowed,
  onAdd,
}: {
  noun: NounName
  allowed: Allowed
  onAdd: (node: FilterNode) => void
}) => {
  const { t } = useI18n()
  return (
    <Popover
      label={t('segments.add')}
      trigger={
        <Button small variant="quiet" icon={Plus}>
          {t('segments.add')}
        </Button>
      }
    >
      {(close) => (
        <NewNode
          noun={noun}
          allowed={allowed}
          onAdd={(node) => {
            onAdd(node)
            close()
          }}
        />
      )}
    </Popover>
  )
}

const everything: Allowed = { groups: true, related: true }

/** The button above a list that adds a condition; what is more than that is built in a dialog. */
export const AddCondition = ({
  noun,
  filter,
  onChange,
}: {
  noun: NounName
  filter: Filter
  onChange: (filter: FilterNode[]) => void
}) => {
  const { t } = useI18n()
  const [building, setBuilding] = useState<Filter>()
  return (
    <>
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
          <NewNode
            noun={noun}
            allowed={everything}
            onAdd={(node) => {
              close()
              const next = [...filter, node]
              const isBuilt = node.op === 'related' || ('of' in node && node.of.length === 0)
              if (isBuilt) setBuilding(next)
              else onChange(next)
            }}
          />
        )}
      </Popover>
      {building && (
        <FilterDialog noun={noun} filter={building} onApply={onChange} onClose={() => setBuilding(undefined)} />
      )}
    </>
  )
}

import { type FilterNode, isCondition, type NounName } from '../../../shared/domain/index.ts'
import { useCatalog } from '../lookups.ts'
import { ConditionEditor } from './condition-editor.tsx'
import { readReach } from './node-model.ts'
import { ReachEditor } from './reach-editor.tsx'
import { SegmentEditor } from './segment-editor.tsx'

/** Whether a part is small enough to be edited beside its chip; the others are built in a larger place. */
export const isSmall = (node: FilterNode): boolean =>
  isCondition(node) || 'segment' in node || readReach(node) !== undefined

/** The editor of a small part of a filter; nothing for a column that is not there any more. */
export const NodeEditor = ({
  noun,
  node,
  onApply,
  onRemove,
}: {
  noun: NounName
  node: FilterNode
  onApply: (node: FilterNode) => void
  onRemove: () => void
}) => {
  const columns = useCatalog().columns(noun)
  const ends = { onApply, onRemove }
  if (isCondition(node)) {
    const column = columns.find(({ key }) => key === node.column)
    return column && <ConditionEditor noun={noun} column={column} condition={node} {...ends} />
  }
  if ('segment' in node) return <SegmentEditor noun={noun} node={node} {...ends} />
  const reach = readReach(node)
  return reach && <ReachEditor reach={reach} {...ends} />
}

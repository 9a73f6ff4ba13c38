import { X } from 'lucide-react'

import { type Filter, type FilterNode, type Group, isCondition, type NounName } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { IconButton, Segmented } from '../../ui/index.ts'
import { AddNode } from './add-condition.tsx'
import { NodeChip } from './node-chip.tsx'
import { isSmall } from './node-editor.tsx'
import { DEEPEST } from './node-model.ts'
import { useNodeText } from './node-text.ts'
import { RelatedBox } from './related-box.tsx'

type TreeProps = {
  noun: NounName
  filter: Filter
  onChange: (filter: FilterNode[]) => void
  /** How the parts belong together; `all` at the root. */
  op?: Group['op']
  depth?: number
  /** Whether records linked with the linked ones may be asked for: no, that nobody would understand. */
  related?: boolean
}

const GroupBox = ({
  noun,
  node,
  depth,
  related,
  onChange,
  onRemove,
}: Required<Pick<TreeProps, 'noun' | 'depth' | 'related'>> & {
  node: Group
  onChange: (node: FilterNode) => void
  onRemove: () => void
}) => {
  const { t } = useI18n()
  return (
    <section aria-label={t(`segments.group.${node.op}`)} className="rounded-lg border border-line bg-canvas p-2.5">
      <header className="mb-2 flex items-center gap-2">
        <Segmented
          label={t('segments.group')}
          options={(['any', 'all', 'none'] as const).map((id) => ({ id, label: t(`segments.group.${id}`) }))}
          value={node.op}
          onChange={(op) => onChange({ ...node, op })}
        />
        <IconButton small icon={X} label={t('segments.group.remove')} className="ms-auto" onPress={onRemove} />
      </header>
      <FilterTree
        noun={noun}
        filter={node.of}
        op={node.op}
        depth={depth + 1}
        related={related}
        onChange={(of) => onChange({ ...node, of })}
      />
    </section>
  )
}

/** A filter as it is built: one part under another, groups and linked records in boxes of their own. */
export const FilterTree = ({ noun, filter, onChange, op = 'all', depth = 0, related = true }: TreeProps) => {
  const { t } = useI18n()
  const words = useNodeText(noun, filter)
  const boxes = depth < DEEPEST
  return (
    <div className="flex flex-col items-stretch gap-1.5">
      {filter.length > 0 && (
        <ol className="flex flex-col gap-1.5">
          {filter.map((node, index) => {
            const ends = {
              onChange: (next: FilterNode) => onChange(filter.with(index, next)),
              onRemove: () => onChange(filter.toSpliced(index, 1)),
            }
            return (
              <li key={`${node.op}-${'column' in node ? node.column : ''}-${index.toString()}`}>
                {index > 0 && (
                  <span className="mb-1.5 block ps-1 text-ink-faint text-xs">
                    {t(op === 'all' ? 'segments.and' : 'segments.or')}
                  </span>
                )}
                {isSmall(node) || isCondition(node) || 'segment' in node ? (
                  <NodeChip noun={noun} node={node} words={words(node)} {...ends} onBuild={() => undefined} />
                ) : node.op === 'related' ? (
                  <RelatedBox noun={noun} node={node} {...ends}>
                    <FilterTree
                      noun={node.noun}
                      filter={node.filter}
                      depth={depth + 1}
                      related={false}
                      onChange={(next) => ends.onChange({ ...node, filter: next })}
                    />
                  </RelatedBox>
                ) : (
                  <GroupBox noun={noun} node={node} depth={depth} related={related} {...ends} />
                )}
              </li>
            )
          })}
        </ol>
      )}
      <div>
        <AddNode
          noun={noun}
          allowed={{ groups: boxes, related: boxes && related }}
          onAdd={(node) => onChange([...filter, node])}
        />
      </div>
    </div>
  )
}

import { X } from 'lucide-react'
import type { ReactElement } from 'react'

import type { FilterNode, NounName } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, IconButton, Popover } from '../../ui/index.ts'
import { isSmall, NodeEditor } from './node-editor.tsx'
import type { NodeText } from './node-text.ts'

/** A part of a filter as a chip: press it to change it, the cross takes it away. */
export const NodeChip = ({
  noun,
  node,
  words: { column, text },
  onChange,
  onRemove,
  onBuild,
}: {
  noun: NounName
  node: FilterNode
  words: NodeText
  onChange: (node: FilterNode) => void
  onRemove: () => void
  /** Opens the place where a larger part is built. */
  onBuild: () => void
}) => {
  const { t } = useI18n()
  const face = (press?: () => void): ReactElement => (
    <Button small variant="quiet" className="min-w-0 shrink !text-accent" {...(press && { onPress: press })}>
      <span className="font-[560]">{column}</span>
      <bdi className="truncate">{text}</bdi>
    </Button>
  )
  return (
    <span className="flex w-fit min-w-0 max-w-96 items-center rounded-md bg-accent-soft text-accent">
      {isSmall(node) ? (
        <Popover label={column} trigger={face()}>
          {(close) => (
            <NodeEditor
              noun={noun}
              node={node}
              onApply={(next) => {
                onChange(next)
                close()
              }}
              onRemove={() => {
                close()
                onRemove()
              }}
            />
          )}
        </Popover>
      ) : (
        face(onBuild)
      )}
      <IconButton
        small
        icon={X}
        label={t('customers.filter.removeOne', { name: column })}
        className="!text-accent"
        onPress={onRemove}
      />
    </span>
  )
}

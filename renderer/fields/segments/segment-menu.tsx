import { useNavigate } from '@tanstack/react-router'
import { ChevronDown, Users } from 'lucide-react'

import { type Filter, type FilterNode, isCondition, type NounName } from '../../../shared/domain/index.ts'
import { useAll } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, Icon, Menu, type MenuEntry } from '../../ui/index.ts'

const chosenIn = (filter: Filter): readonly string[] =>
  filter.flatMap((node) => (!isCondition(node) && node.op === 'in' ? [node.segment] : []))

/** The segments of a list's noun, each chosen by one press, and once more to let go of it; nothing while there are none. */
export const SegmentMenu = ({
  noun,
  filter,
  onChange,
}: {
  noun: NounName
  filter: Filter
  onChange: (filter: FilterNode[]) => void
}) => {
  const { t } = useI18n()
  const navigate = useNavigate()
  const segments = (useAll('segments') ?? []).filter((segment) => segment.noun === noun)
  if (segments.length === 0) return null
  const chosen = chosenIn(filter)
  const others = filter.filter((node) => isCondition(node) || node.op !== 'in')
  const items: MenuEntry[] = [
    ...segments.map(({ id, name }): MenuEntry => {
      const selected = chosen.includes(id)
      const next: FilterNode[] = selected ? [...others] : [...others, { op: 'in', segment: id }]
      return { id, label: name, selected, onAction: () => onChange(next) }
    }),
    { separator: 'manage' },
    { id: 'manage', label: t('segments.manage'), icon: Users, onAction: () => void navigate({ to: '/segments' }) },
  ]
  return (
    <Menu
      placement="bottom end"
      trigger={
        <Button small variant="quiet" icon={Users}>
          {t('segments.choose')}
          <Icon of={ChevronDown} size={13} />
        </Button>
      }
      items={items}
    />
  )
}

import {
  Archive,
  ArchiveRestore,
  ArrowDown,
  ArrowUp,
  EllipsisVertical,
  PencilLine,
  Shuffle,
  Trash2,
} from 'lucide-react'

import type { CustomField } from '../../../../shared/domain/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Badge, cx, IconButton, Menu, type MenuEntry } from '../../../ui/index.ts'
import { nameIn } from './definition-draft.ts'

export type FieldAction = 'edit' | 'up' | 'down' | 'changeType' | 'retire' | 'unretire' | 'delete'

/** What is special about a field, in a word each. */
const Marks = ({ definition }: { definition: CustomField }) => {
  const { t } = useI18n()
  const { required, unique, hiddenFrom, lockedFor, fixed } = definition
  return (
    <span className="flex flex-none gap-1">
      {(required === 'always' || required === 'from') && <Badge tone="accent">{t(`ownFields.mark.${required}`)}</Badge>}
      {unique && <Badge>{t('ownFields.mark.unique')}</Badge>}
      {fixed && <Badge>{t('ownFields.mark.fixed')}</Badge>}
      {(hiddenFrom ?? lockedFor) !== undefined && <Badge>{t('ownFields.mark.roles')}</Badge>}
    </span>
  )
}

/** One field: its name, type, how many records hold a value, and what can be done to it. */
export const FieldRow = ({
  definition,
  count,
  place,
  last,
  onAct,
}: {
  definition: CustomField
  /** Records with a value; nothing while they are counted. */
  count: number | undefined
  /** Its place in its list and that of the last one; nothing for one that is retired. */
  place?: number
  last?: number
  onAct: (action: FieldAction) => void
}) => {
  const { t, language } = useI18n()
  const name = nameIn(definition.names ?? {}, language)
  const retired = definition.retired === true
  const entry = (
    id: FieldAction,
    label: string,
    icon: NonNullable<Extract<MenuEntry, { id: string }>['icon']>,
    more = {},
  ) => ({
    id,
    label,
    icon,
    onAction: () => onAct(id),
    ...more,
  })
  const items: MenuEntry[] = retired
    ? [
        entry('unretire', t('ownFields.unretire'), ArchiveRestore),
        { separator: 'end' },
        entry('delete', t('ownFields.delete'), Trash2, { danger: true }),
      ]
    : [
        entry('up', t('ownFields.up'), ArrowUp, { isDisabled: place === 0 }),
        entry('down', t('ownFields.down'), ArrowDown, { isDisabled: place === last }),
        { separator: 'order' },
        entry('changeType', t('ownFields.changeTypeEllipsis'), Shuffle),
        entry('retire', t('ownFields.retire'), Archive),
        { separator: 'end' },
        entry('delete', t('ownFields.delete'), Trash2, { danger: true }),
      ]
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2">
      <span className={cx('min-w-0 flex-1', retired && 'text-ink-faint')}>
        <bdi className="block truncate font-[520]">{name}</bdi>
        <span className="block truncate text-ink-faint text-xs">
          {t(`option.customFields.type.${definition.type}`)}
          {count !== undefined && ` · ${t('ownFields.held', { count })}`}
        </span>
      </span>
      <Marks definition={definition} />
      {!retired && (
        <IconButton small icon={PencilLine} label={t('ownFields.edit', { name })} onPress={() => onAct('edit')} />
      )}
      <Menu
        placement="bottom end"
        trigger={<IconButton small icon={EllipsisVertical} label={t('ownFields.more', { name })} />}
        items={items}
      />
    </div>
  )
}

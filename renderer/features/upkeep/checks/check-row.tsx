import { Archive, CircleCheck, EllipsisVertical, List, ListTodo, Trash2 } from 'lucide-react'

import type { Filter } from '../../../../shared/domain/index.ts'
import type { HealthCheck } from '../../../../shared/upkeep/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Icon, IconButton, Menu, Skeleton } from '../../../ui/index.ts'
import type { useRemedies } from './use-remedies.ts'

/** One check: how many it found, what that means, and what to do about it. */
export const CheckRow = ({
  check,
  filter,
  count,
  total,
  params,
  remedies,
}: {
  check: HealthCheck
  filter: Filter
  /** Nothing until it is known. */
  count: number | undefined
  /** Of all customers that are in use. */
  total: number
  params: Record<string, number>
  remedies: ReturnType<typeof useRemedies>
}) => {
  const { t, format } = useI18n()
  const name = t(`upkeep.check.${check}`, params)
  const share = total === 0 || count === undefined ? 0 : count / total
  const found = count !== undefined && count > 0
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="w-14 flex-none text-end font-[560] text-lg tabular-nums">
        {count === undefined && <Skeleton className="ms-auto h-4 w-8" />}
        {count === 0 ? (
          <span className="inline-block text-green">
            <Icon of={CircleCheck} size={18} />
            <span className="sr-only">{format.number(0)}</span>
          </span>
        ) : (
          count !== undefined && format.number(count)
        )}
      </div>
      <div className="min-w-56 flex-1">
        <h3 className="font-[560]">{name}</h3>
        <p className="text-ink-muted">{t(`upkeep.check.${check}.hint`, params)}</p>
        {found && (
          <div aria-hidden className="mt-1.5 h-1 max-w-80 overflow-hidden rounded-full bg-sunk">
            <div className="h-full rounded-full bg-amber" style={{ width: `${share * 100}%` }} />
          </div>
        )}
      </div>
      {found && (
        <div className="flex flex-none items-center gap-1.5">
          <Button
            small
            icon={List}
            aria-label={t('upkeep.fixOf', { what: name })}
            onPress={() => remedies.show(filter)}
          >
            {t('upkeep.fix')}
          </Button>
          <Button small icon={ListTodo} onPress={() => remedies.addTasks(check, filter)}>
            {t('upkeep.addTask')}
          </Button>
          <Menu
            placement="bottom end"
            trigger={<IconButton small icon={EllipsisVertical} label={t('upkeep.moreOf', { what: name })} />}
            items={[
              {
                id: 'archive',
                label: t('upkeep.archiveAll', { count }),
                icon: Archive,
                onAction: () => remedies.archive(filter),
              },
              {
                id: 'delete',
                label: t('upkeep.deleteAll', { count }),
                icon: Trash2,
                danger: true,
                onAction: () => remedies.remove(filter),
              },
            ]}
          />
        </div>
      )}
    </li>
  )
}

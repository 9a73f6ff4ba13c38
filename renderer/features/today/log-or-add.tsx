import { useNavigate } from '@tanstack/react-router'
import { CalendarPlus, FileDown, MessageSquarePlus, Plus, SquarePlus, UserPlus } from 'lucide-react'

import { useI18n } from '../../i18n/index.ts'
import { Button, Menu } from '../../ui/index.ts'
import { openDialog } from '../../view-state/index.ts'

/** Everything that can be written down, in one menu, with its key. */
export const LogOrAdd = () => {
  const { t } = useI18n()
  const navigate = useNavigate()
  return (
    <Menu
      placement="bottom end"
      trigger={
        <Button variant="primary" icon={Plus}>
          {t('today.add')}
        </Button>
      }
      items={[
        {
          id: 'log',
          label: t('today.logInteraction'),
          icon: MessageSquarePlus,
          keys: 'L',
          onAction: () => openDialog({ kind: 'logInteraction' }),
        },
        {
          id: 'task',
          label: t('today.newTask'),
          icon: CalendarPlus,
          keys: 'T',
          onAction: () => openDialog({ kind: 'newTask' }),
        },
        {
          id: 'deal',
          label: t('today.newDeal'),
          icon: SquarePlus,
          keys: 'D',
          onAction: () => openDialog({ kind: 'newDeal' }),
        },
        {
          id: 'customer',
          label: t('today.newCustomer'),
          icon: UserPlus,
          keys: 'N',
          onAction: () => openDialog({ kind: 'newCustomer' }),
        },
        { separator: 'import' },
        {
          id: 'import',
          label: t('today.import'),
          icon: FileDown,
          keys: 'I',
          onAction: () => void navigate({ to: '/import' }),
        },
      ]}
    />
  )
}

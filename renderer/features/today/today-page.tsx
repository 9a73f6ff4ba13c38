import { useNavigate } from '@tanstack/react-router'
import { ContactRound } from 'lucide-react'

import { useSettings } from '../../data/index.ts'
import { useToday } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { useSelect } from '../../read-model/hooks.ts'
import { Button, EmptyState, PageHeader } from '../../ui/index.ts'
import { openDialog } from '../../view-state/index.ts'
import { BirthdaysCard } from './birthdays-card.tsx'
import { ClosingCard } from './closing-card.tsx'
import { Kpis } from './kpis.tsx'
import { LogOrAdd } from './log-or-add.tsx'
import { RecentCard } from './recent-card.tsx'
import { SilentCard } from './silent-card.tsx'
import { TodoCard } from './todo-card.tsx'

const first = { offset: 0, limit: 1 } as const

/** Whether there is nothing yet that a day could be made of; false while it is not known. */
const useIsEmpty = (): boolean => {
  const customers = useSelect({ noun: 'customers', ...first })
  const tasks = useSelect({ noun: 'tasks', ...first })
  return !customers.loading && !tasks.loading && customers.count + tasks.count === 0 && !customers.error
}

const NewBook = () => {
  const { t } = useI18n()
  const navigate = useNavigate()
  return (
    <EmptyState
      icon={ContactRound}
      title={t('today.emptyTitle')}
      action={
        <>
          <Button variant="primary" onPress={() => openDialog({ kind: 'newCustomer' })}>
            {t('today.firstCustomer')}
          </Button>
          <Button onPress={() => void navigate({ to: '/import' })}>{t('today.import')}</Button>
        </>
      }
    >
      {t('today.empty')}
    </EmptyState>
  )
}

/** The start of a working day: what is due, who waits, what closes, what happened, each with its next action. */
export const TodayPage = () => {
  const { format, locale } = useI18n()
  const today = useToday()
  const settings = useSettings()
  const isEmpty = useIsEmpty()
  const day = format.day(today, 'full')
  const currency = settings?.currency ?? 'EUR'
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader title={day.charAt(0).toLocaleUpperCase(locale) + day.slice(1)}>
        <LogOrAdd />
      </PageHeader>
      {isEmpty ? (
        <NewBook />
      ) : (
        <div className="@container min-h-0 flex-1 overflow-auto px-[18px] pb-6">
          <Kpis today={today} currency={currency} />
          <div className="mt-4 grid grid-cols-[minmax(0,11fr)_minmax(0,10fr)] items-start gap-3.5 @max-[860px]:grid-cols-1">
            <div className="flex min-w-0 flex-col gap-3.5">
              <TodoCard today={today} />
              <RecentCard today={today} />
            </div>
            <div className="flex min-w-0 flex-col gap-3.5">
              <SilentCard today={today} after={settings?.silentAfterDays ?? 90} currency={currency} />
              <ClosingCard today={today} />
              <BirthdaysCard today={today} />
            </div>
          </div>
        </div>
      )}
    </div>
  )
}

import { ChevronDown } from 'lucide-react'

import { type Customer, emailTroubles, orderedEntries } from '../../../shared/domain/index.ts'
import { useBook } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, Icon, Menu } from '../../ui/index.ts'
import { useTellError } from '../open-outside.tsx'

import { markEmail } from './consent-writes.ts'

const states = ['works', ...emailTroubles] as const

/** The addresses of a customer and whether mail may go there. */
export const EmailStates = ({ customer, purposes }: { customer: Customer; purposes: readonly string[] }) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const emails = orderedEntries(customer.emails)
  if (emails.length === 0) return null
  const mark = (id: string, state: (typeof states)[number]) =>
    void markEmail(book, customer, id, state === 'works' ? undefined : state, purposes, t('privacy.howMail')).catch(
      tellError,
    )
  return (
    <ul className="flex flex-col">
      {emails.map(({ id, value, trouble: state = 'works' as const }) => (
        <li key={id} className="flex min-w-0 items-center gap-2">
          <bdi dir="ltr" className="min-w-0 flex-1 truncate text-ink-muted">
            {value}
          </bdi>
          <Menu
            placement="bottom end"
            trigger={
              <Button
                small
                variant="quiet"
                aria-label={`${t('privacy.emailState', { email: value })}: ${t(`privacy.email.${state}`)}`}
                className={state === 'works' ? '' : '!text-red'}
              >
                {t(`privacy.email.${state}`)}
                <Icon of={ChevronDown} size={13} />
              </Button>
            }
            items={states.map((next) => ({
              id: next,
              label: t(`privacy.email.${next}`),
              selected: next === state,
              onAction: () => mark(id, next),
            }))}
          />
        </li>
      ))}
    </ul>
  )
}

import { displayName, primaryEmail, primaryPhone } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { Reasons } from './reason-text.tsx'
import type { Similar } from './use-similar.ts'

/** Customers that may be the same, each with why and with what can be done. */
export const SimilarList = ({
  found,
  onOpen,
  onUse,
}: {
  found: readonly Similar[]
  onOpen?: (id: string) => void
  onUse: (id: string) => void
}) => {
  const { t } = useI18n()
  return (
    <ul className="flex flex-col gap-1.5">
      {found.map(({ customer, company, reasons }) => {
        const name = displayName(customer)
        const reach = [primaryEmail(customer)?.value, primaryPhone(customer)?.value].filter(Boolean)
        return (
          <li key={customer.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <div className="min-w-0 flex-1 basis-52">
              <p className="truncate text-ink">
                <bdi className="font-[560]">{name}</bdi>
                {company && (
                  <>
                    {' · '}
                    <bdi>{company}</bdi>
                  </>
                )}
                {customer.archivedAt !== undefined && ` · ${t('duplicates.archived')}`}
              </p>
              <p className="text-ink-muted text-xs">
                <Reasons reasons={reasons} />
                {reach.map((text) => (
                  <span key={text}>
                    {' · '}
                    <bdi dir="ltr">{text}</bdi>
                  </span>
                ))}
              </p>
            </div>
            <span className="flex gap-1.5">
              {onOpen && (
                <Button small onPress={() => onOpen(customer.id)} aria-label={t('duplicates.openOne', { name })}>
                  {t('duplicates.open')}
                </Button>
              )}
              <Button small onPress={() => onUse(customer.id)} aria-label={t('duplicates.useOne', { name })}>
                {t('duplicates.use')}
              </Button>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

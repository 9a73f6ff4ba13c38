import { Archive, Check } from 'lucide-react'

import type { Customer } from '../../../../shared/domain/index.ts'
import { CustomerLink } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'

/** One who may go to the archive: when someone last had to do with them. `values`: last contact, last change. */
export const CandidateRow = ({
  customer,
  values,
  onArchive,
  onKeep,
}: {
  customer: Customer
  values: readonly (string | number | null)[] | undefined
  onArchive: () => void
  onKeep: () => void
}) => {
  const { t, format } = useI18n()
  const [lastContact, updatedAt] = values ?? []
  const ago = (at: string | number | null | undefined) =>
    at === null || at === undefined ? undefined : format.instant(new Date(at).toISOString(), 'ago')
  const contact = ago(lastContact)
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="w-48 min-w-0 truncate">
        <CustomerLink id={customer.id} />
      </span>
      <span className="min-w-0 flex-1 text-ink-muted">
        {contact === undefined ? t('upkeep.neverContacted') : t('upkeep.contacted', { ago: contact })}
        {' · '}
        {t('upkeep.changed', { ago: ago(updatedAt) ?? '' })}
      </span>
      <span className="flex flex-none gap-1">
        <Button small icon={Archive} onPress={onArchive}>
          {t('upkeep.archive')}
        </Button>
        <Button small icon={Check} onPress={onKeep}>
          {t('upkeep.keep')}
        </Button>
      </span>
    </li>
  )
}

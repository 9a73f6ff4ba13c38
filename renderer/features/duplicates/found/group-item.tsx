import { Columns2, X } from 'lucide-react'

import {
  type Customer,
  displayName,
  initials,
  mainAddress,
  primaryEmail,
  primaryPhone,
} from '../../../../shared/domain/index.ts'
import type { DuplicateGroup } from '../../../../shared/merging/index.ts'
import { markNotSame, useBook } from '../../../data/index.ts'
import { CustomerLink, Reasons, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Avatar, Badge, Button } from '../../../ui/index.ts'
import { openDialog } from '../../../view-state/index.ts'
import { shownProbability, strengthOf, strengthTone } from '../strength.ts'

type Records = ReadonlyMap<string, Customer>

const Member = ({ customer, company }: { customer: Customer; company: Customer | undefined }) => {
  const { t } = useI18n()
  const name = displayName(customer)
  const employer = customer.kind === 'person' ? (company ? displayName(company) : customer.companyName) : undefined
  const reach = [primaryEmail(customer)?.value, primaryPhone(customer)?.value].filter((text) => text !== undefined)
  return (
    <li className="flex min-w-0 items-center gap-2.5">
      <Avatar text={initials(name)} square={customer.kind === 'company'} />
      <span className="min-w-0 truncate">
        <CustomerLink id={customer.id} />
        {employer && (
          <span className="text-ink-muted">
            {' · '}
            <bdi>{employer}</bdi>
          </span>
        )}
        <span className="text-ink-muted">
          {reach.map((text) => (
            <span key={text}>
              {' · '}
              <bdi dir="ltr">{text}</bdi>
            </span>
          ))}
          {mainAddress(customer)?.city && (
            <>
              {' · '}
              <bdi>{mainAddress(customer)?.city}</bdi>
            </>
          )}
        </span>
      </span>
      {customer.archivedAt !== undefined && <Badge>{t('duplicates.archived')}</Badge>}
    </li>
  )
}

/** One group: who, how sure, why, and what to do about it. */
export const GroupItem = ({
  group,
  records,
  companies,
}: {
  group: DuplicateGroup
  records: Records
  companies: Records
}) => {
  const { t, format } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const { ids, probability, pairs } = group
  const members = ids.flatMap((id) => records.get(id) ?? [])
  const names = format.list(members.map(displayName))
  const strength = strengthOf(probability)
  return (
    <li aria-label={names} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="flex min-w-0 flex-1 basis-[480px] flex-col gap-1.5">
        <ul className="flex flex-col gap-1">
          {members.map((customer) => (
            <Member key={customer.id} customer={customer} company={companies.get(customer.companyId ?? '')} />
          ))}
        </ul>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted text-sm">
          <Badge tone={strengthTone[strength]}>
            {t(`duplicates.strength.${strength}`)} · {shownProbability(format, probability)}
          </Badge>
          <span>
            <Reasons reasons={pairs[0]?.reasons ?? []} against />
          </span>
        </p>
      </div>
      <span className="flex gap-2">
        <Button
          small
          icon={X}
          aria-label={t('duplicates.notSameOf', { names })}
          onPress={() => void markNotSame(book, ids).catch(tellError)}
        >
          {t('duplicates.notSame')}
        </Button>
        <Button
          small
          icon={Columns2}
          aria-label={t('duplicates.compareOf', { names })}
          onPress={() => openDialog({ kind: 'mergeCustomers', ids })}
        >
          {t('duplicates.compare')}
        </Button>
      </span>
    </li>
  )
}

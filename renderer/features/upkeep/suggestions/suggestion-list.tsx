import { Check, X } from 'lucide-react'
import { useMemo, useState } from 'react'

import type { SuggestionKind } from '../../../../shared/upkeep/index.ts'
import { useRecords } from '../../../data/index.ts'
import { CustomerLink, useColumnLabel, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Card, IconButton } from '../../../ui/index.ts'
import type { Found } from '../../../workers/suggestions.ts'
import { reasonText, valueText } from './suggestion-text.ts'
import { useSettle } from './use-settle.ts'

const SHOWN = 8
/** How many more are shown at a time. */
const STEP = 50

const fieldOf: Record<SuggestionKind, string> = {
  company: 'companyId',
  country: 'country',
  region: 'region',
  city: 'city',
  language: 'language',
  salutation: 'salutation',
}

/** The suggestions of one kind: each with its reason, to take or to set aside, one or all that are in sight. */
export const SuggestionList = ({
  kind,
  found,
  count,
  onSettled,
}: {
  kind: SuggestionKind
  found: readonly Found[]
  /** Of all there are, also those not read into `found`. */
  count: number
  onSettled: (gone: readonly Found[]) => void
}) => {
  const i18n = useI18n()
  const { t, format } = i18n
  const label = useColumnLabel('customers')
  const tellError = useTellError()
  const { apply, dismiss } = useSettle()
  const [most, setMost] = useState(SHOWN)
  const shown = useMemo(() => found.slice(0, most), [found, most])
  const companies = useMemo(() => (kind === 'company' ? shown.map(({ value }) => value) : []), [kind, shown])
  const names = useRecords('customers', companies)
  const settle = (work: typeof apply, chosen: readonly Found[]) =>
    void work(chosen).then(() => onSettled(chosen), tellError)
  return (
    <Card title={label(fieldOf[kind])} aside={format.number(count)}>
      <ul className="flex flex-col divide-y divide-line">
        {shown.map((each) => (
          <li key={`${each.id}/${each.key}`} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            <span className="w-44 min-w-0 truncate">
              <CustomerLink id={each.id} />
            </span>
            <span className="min-w-0 flex-1">
              <bdi className="font-[560]">{valueText(i18n, each, names)}</bdi>{' '}
              <span className="text-ink-muted">{reasonText(i18n, each.reason)}</span>
            </span>
            <span className="flex flex-none gap-1">
              <Button small icon={Check} onPress={() => settle(apply, [each])}>
                {t('upkeep.take')}
              </Button>
              <IconButton small icon={X} label={t('upkeep.leave')} onPress={() => settle(dismiss, [each])} />
            </span>
          </li>
        ))}
      </ul>
      {shown.length > 1 && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <Button small variant="primary" icon={Check} onPress={() => settle(apply, shown)}>
            {t('upkeep.takeAll', { count: shown.length })}
          </Button>
          <Button small icon={X} onPress={() => settle(dismiss, shown)}>
            {t('upkeep.leaveAll', { count: shown.length })}
          </Button>
          {found.length > shown.length && (
            <Button small variant="quiet" onPress={() => setMost((last) => last + STEP)}>
              {t('upkeep.notShown', { count: found.length - shown.length })}
            </Button>
          )}
        </div>
      )}
    </Card>
  )
}

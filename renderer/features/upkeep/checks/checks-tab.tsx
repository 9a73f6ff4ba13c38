import { Link } from '@tanstack/react-router'
import { Copy } from 'lucide-react'
import { useMemo, useState } from 'react'

import { type HealthCheck, healthChecks, healthFilter } from '../../../../shared/upkeep/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { useSelect } from '../../../read-model/hooks.ts'
import { Icon, Select } from '../../../ui/index.ts'
import { CheckRow } from './check-row.tsx'
import { useRemedies } from './use-remedies.ts'

const MONTHS = [3, 6, 12, 24] as const
const FIRST_MONTHS = 6

const Counted = ({
  check,
  months,
  total,
  remedies,
}: {
  check: HealthCheck
  months: number
  total: number
  remedies: ReturnType<typeof useRemedies>
}) => {
  const filter = useMemo(() => healthFilter(check, months), [check, months])
  const { count, loading } = useSelect({ noun: 'customers', filter, offset: 0, limit: 0 })
  const known = loading && count === 0 ? undefined : count
  return <CheckRow check={check} filter={filter} count={known} total={total} params={{ months }} remedies={remedies} />
}

/** What is wrong with the customers of the book, and the remedies. */
export const ChecksTab = () => {
  const { t } = useI18n()
  const [months, setMonths] = useState<number>(FIRST_MONTHS)
  const remedies = useRemedies()
  const { count: total } = useSelect({ noun: 'customers', offset: 0, limit: 0 })
  return (
    <div className="max-w-[980px] p-4 pt-1">
      <ul className="flex flex-col divide-y divide-line">
        {healthChecks.map((check) => (
          <Counted key={check} check={check} months={months} total={total} remedies={remedies} />
        ))}
        <li className="flex items-center gap-4 py-3">
          <span className="grid w-14 flex-none place-items-center justify-end text-ink-muted">
            <Icon of={Copy} size={18} />
          </span>
          <div className="min-w-0 flex-1">
            <h3 className="font-[560]">{t('upkeep.duplicates')}</h3>
            <p className="text-ink-muted">{t('upkeep.duplicatesHint')}</p>
          </div>
          <Link
            to="/duplicates"
            className="flex-none rounded-md border border-line px-2 py-1 font-[520] text-sm hover:border-line-strong"
          >
            {t('upkeep.toDuplicates')}
          </Link>
        </li>
      </ul>
      <Select
        className="mt-3 w-64"
        label={t('upkeep.silentFrom')}
        options={MONTHS.map((id) => ({ id: String(id), label: t('upkeep.months', { n: id }) }))}
        value={String(months)}
        onChange={(next) => setMonths(Number(next ?? FIRST_MONTHS))}
      />
      {remedies.dialogs}
    </div>
  )
}

import { Archive, Check, Sparkles } from 'lucide-react'
import { useMemo, useState } from 'react'

import { keptKey } from '../../../../shared/domain/customer/health.ts'
import { SETTINGS_ID } from '../../../../shared/domain/index.ts'
import { cleanupFilter } from '../../../../shared/upkeep/index.ts'
import { useBook, useRecords, useSettings } from '../../../data/index.ts'
import { useArchive, useBulk, useTellError, useToday } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { allIds } from '../../../read-model/all-ids.ts'
import { useReadModel, useSelect, useValues } from '../../../read-model/hooks.ts'
import { Button, Card, EmptyState, Select } from '../../../ui/index.ts'
import { CandidateRow } from './candidate-row.tsx'

const MONTHS = [12, 24, 36, 60] as const
const FIRST_MONTHS = 24
const PAGE = 50
const columns = ['lastContact', 'updatedAt'] as const

/** Once a year: whom to archive, since nobody has written to, met or changed them for so long. */
export const CleanupTab = () => {
  const { t, format } = useI18n()
  const book = useBook()
  const model = useReadModel()
  const settings = useSettings()
  const tellError = useTellError()
  const year = useToday().slice(0, 4)
  const [months, setMonths] = useState<number>(FIRST_MONTHS)
  const [limit, setLimit] = useState(PAGE)
  const { archive, dialog: archiving } = useArchive()
  const { run, dialog: keeping } = useBulk()
  const filter = useMemo(() => cleanupFilter(months, year), [months, year])
  const { ids, count, loading } = useSelect({
    noun: 'customers',
    filter,
    sort: { column: 'updatedAt' },
    offset: 0,
    limit,
  })
  const rows = useRecords('customers', ids)
  const values = useValues('customers', ids, columns)
  const keep = (kept: readonly string[]) =>
    run({
      label: { key: 'suggestionsDismissed', params: { count: kept.length } },
      ids: kept,
      paths: () => ({ [`dismissed/${keptKey(year)}`]: true }),
    })
  const archiveAll = async () => {
    if (await archive(await allIds(model, { noun: 'customers', filter }))) await finish()
  }
  const finish = () =>
    book.write(
      { key: 'settingsChanged' },
      (draft) => draft.update('settings', SETTINGS_ID, { cleanedUpAt: new Date().toISOString() }),
      // What was archived is what undo is about.
      { silent: true },
    )
  return (
    <div className="flex max-w-[980px] flex-col gap-3 p-4">
      <div className="flex flex-wrap items-end gap-3">
        <p className="min-w-64 flex-1 text-ink-muted">
          {t('upkeep.cleanupHint')}{' '}
          {settings?.cleanedUpAt
            ? t('upkeep.cleanedUp', { date: format.instant(settings.cleanedUpAt, 'date') })
            : t('upkeep.neverCleanedUp')}
        </p>
        <Select
          className="w-56"
          label={t('upkeep.unusedFor')}
          options={MONTHS.map((id) => ({ id: String(id), label: t('upkeep.months', { n: id }) }))}
          value={String(months)}
          onChange={(next) => setMonths(Number(next ?? FIRST_MONTHS))}
        />
      </div>
      {!loading && count === 0 ? (
        <EmptyState
          icon={Sparkles}
          title={t('upkeep.nothingToArchive')}
          action={<Button onPress={() => void finish().catch(tellError)}>{t('upkeep.finish')}</Button>}
        >
          {t('upkeep.nothingToArchiveHint')}
        </EmptyState>
      ) : (
        <Card title={t('upkeep.candidates')} aside={format.number(count)}>
          <ul className="flex flex-col divide-y divide-line">
            {ids.map((id) => {
              const customer = rows.get(id)
              return (
                customer && (
                  <CandidateRow
                    key={id}
                    customer={customer}
                    values={values.get(id)}
                    onArchive={() => void archive([id])}
                    onKeep={() => void keep([id])}
                  />
                )
              )
            })}
          </ul>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button small variant="primary" icon={Archive} onPress={() => void archiveAll().catch(tellError)}>
              {t('upkeep.archiveAll', { count })}
            </Button>
            <Button small icon={Check} onPress={() => void keep(ids)}>
              {t('upkeep.keepShown', { count: ids.length })}
            </Button>
            {count > ids.length && (
              <Button small variant="quiet" onPress={() => setLimit(limit + PAGE)}>
                {t('upkeep.showMore')}
              </Button>
            )}
          </div>
        </Card>
      )}
      {archiving}
      {keeping}
    </div>
  )
}

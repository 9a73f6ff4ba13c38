import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo } from 'react'

import { displayName, type NounName } from '../../../../../shared/domain/index.ts'
import { useRecords } from '../../../../data/index.ts'
import { changeText, fieldLabel, useCatalog, useFormatContext } from '../../../../fields/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import { Badge, IconButton } from '../../../../ui/index.ts'
import type { RowView } from '../../../../workers/import-protocol.ts'
import { LikelySame } from './likely-same.tsx'
import { problemText } from './problem-text.ts'

type Change = NonNullable<RowView['changes']>[number]

const linkIds = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ path, after }) =>
    (path === 'customerId' || path === 'companyId') && typeof after === 'string' ? [after] : [],
  )

/** What becomes of each field: as it is, and as it will be. */
const Changes = ({ noun, changes, made }: { noun: NounName; changes: readonly Change[]; made: RowView['names'] }) => {
  const { t } = useI18n()
  const ids = useMemo(() => linkIds(changes), [changes])
  const linked = useRecords('customers', ids)
  const names = useMemo(
    () => new Map([...Object.entries(made), ...[...linked].map(([id, row]) => [id, displayName(row)] as const)]),
    [linked, made],
  )
  const context = useFormatContext(names)
  // The amounts of a deal need its currency, its stage its pipeline.
  const record = Object.fromEntries(changes.map(({ path, after }) => [path, after]))
  const texts = changes
    .map((change) => changeText(context, noun, change, record))
    .filter(({ before, after }) => before !== '' || after !== '')
  return (
    <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-2 gap-y-1.5">
      {texts.map(({ path, label, before, after }) => (
        <div key={path} className="contents">
          <dt className="text-ink-muted">{label}</dt>
          <dd className="min-w-0 break-words whitespace-pre-line">
            {before !== '' && (
              <span className="block">
                <span className="sr-only">{t('customers.history.before')} </span>
                <bdi className="text-ink-muted line-through">{before}</bdi>
              </span>
            )}
            {after !== '' && (
              <span className="block">
                {before !== '' && <span className="sr-only">{t('customers.history.after')} </span>}
                <bdi>{after}</bdi>
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Reasons = ({ noun, row }: { noun: NounName; row: RowView }) => {
  const i18n = useI18n()
  const { t, tx } = i18n
  const catalog = useCatalog()
  const { problems, matchedBy } = row
  return (
    <>
      {matchedBy !== undefined && (
        <p className="text-ink-muted text-sm">
          {t('transfer.matchedBy', {
            by: tx(`transfer.match.${matchedBy}`, fieldLabel(i18n, catalog, noun, matchedBy)),
          })}
        </p>
      )}
      {problems.length > 0 && (
        <ul className="flex flex-col gap-1">
          {problems.map((problem) => (
            <li
              key={`${problem.code}/${problem.path ?? ''}/${problem.column ?? ''}`}
              className="rounded-md bg-amber-soft px-2 py-1"
            >
              {problemText(noun, problem, i18n, catalog)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** One row as the record it will be, with its reasons, and the way to the next. */
export const RowDetails = ({
  noun,
  row,
  at,
  count,
  onMove,
}: {
  noun: NounName
  row: RowView | undefined
  at: number
  count: number
  onMove: (at: number) => void
}) => {
  const { t, format } = useI18n()
  return (
    <section
      aria-label={t('transfer.rowDetails')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach its end
      tabIndex={0}
      className="flex min-h-0 flex-col gap-3 overflow-auto border-line border-s p-3.5 @max-[860px]:border-s-0 @max-[860px]:border-t"
    >
      <header className="flex items-center gap-1">
        <IconButton
          icon={ChevronLeft}
          small
          flip
          label={t('transfer.sample.previous')}
          isDisabled={at <= 0}
          onPress={() => onMove(at - 1)}
        />
        <span className="text-ink-muted text-sm tabular-nums">
          {t('transfer.progress', { done: format.number(count === 0 ? 0 : at + 1), total: format.number(count) })}
        </span>
        <IconButton
          icon={ChevronRight}
          small
          flip
          label={t('transfer.sample.next')}
          isDisabled={at >= count - 1}
          onPress={() => onMove(at + 1)}
        />
      </header>
      {row && (
        <>
          <h3 className="flex flex-wrap items-center gap-2 font-[640]">
            <bdi>{row.name || t('transfer.nameless')}</bdi>
            <Badge>{t('transfer.rowN', { n: format.number(row.number, { useGrouping: false }) })}</Badge>
          </h3>
          <Reasons noun={noun} row={row} />
          {row.duplicates.length > 0 && <LikelySame duplicates={row.duplicates} />}
          {row.changes === undefined ? (
            (row.outcome === 'created' || row.outcome === 'updated') && (
              <p className="text-ink-muted">{t('transfer.changesNotKept')}</p>
            )
          ) : (
            <Changes noun={row.table} changes={row.changes} made={row.names} />
          )}
        </>
      )}
    </section>
  )
}

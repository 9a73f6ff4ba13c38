import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

import type { SyncSummary } from '../../../../shared/desktop-api.ts'
import type { SyncPlace } from '../../../../shared/sync/index.ts'
import { useBook, useSettings } from '../../../data/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { FieldList, FieldRow, Icon } from '../../../ui/index.ts'
import { clockMinutes } from './clock.ts'

/** What is looked at: a file that was carried, or a place, perhaps without a login. */
type Previewed = 'place' | 'anonymous' | 'file'

/** What the place of a login is to whoever looks there with it. */
export const previewedOf = (place: SyncPlace): Previewed => {
  if (place.kind === 'couchdb') return place.user === undefined ? 'anonymous' : 'place'
  return place.kind === 'file' ? 'file' : 'place'
}

const Warning = ({ children }: { children: ReactNode }) => (
  <p className="flex items-start gap-2 text-amber">
    <Icon of={TriangleAlert} className="mt-px" />
    <span>{children}</span>
  </p>
)

/** What stands in the way of no one, but should be known before going on. */
const Warnings = ({ summary, of }: { summary: SyncSummary; of: Previewed }) => {
  const { t } = useI18n()
  const minutes = clockMinutes(summary.clockOffset)
  return (
    <>
      {summary.readableOnTheWay && <Warning>{t('sync.preview.readableOnTheWay')}</Warning>}
      {!summary.writable && of !== 'file' && (
        <Warning>{t(of === 'anonymous' ? 'sync.preview.loginNeeded' : 'sync.preview.readOnly')}</Warning>
      )}
      {minutes > 0 && <Warning>{t('error.syncClock', { minutes })}</Warning>}
    </>
  )
}

const BookFacts = ({ summary, book }: { summary: SyncSummary; book: NonNullable<SyncSummary['book']> }) => {
  const { t, format } = useI18n()
  const { id } = useBook()
  // A computer without a book has nothing to compare it with.
  const hasBook = useSettings() !== null
  return (
    <FieldList className="grid-cols-[132px_minmax(0,1fr)]">
      <FieldRow label={t('sync.preview.book')}>
        {hasBook && `${t(book.bookId === id ? 'sync.preview.thisBook' : 'sync.preview.otherBook')} `}
        <bdi className="text-ink-faint">
          {t('sync.preview.since', { day: format.instant(book.createdAt, 'date'), id: book.bookId.slice(-4) })}
        </bdi>
      </FieldRow>
      <FieldRow label={t('sync.preview.records')}>
        {format.number(summary.records)}
        {summary.bytes !== undefined && ` · ${format.bytes(summary.bytes)}`}
      </FieldRow>
      {summary.devices !== undefined && (
        <FieldRow label={t('sync.preview.devices')}>{format.number(summary.devices)}</FieldRow>
      )}
      {summary.lastAt !== undefined && (
        <FieldRow label={t('sync.preview.lastAt')}>{format.instant(summary.lastAt, 'ago')}</FieldRow>
      )}
      <FieldRow label={t('sync.preview.sealing')}>{t(book.sealed ? 'sync.sealed' : 'sync.notSealed')}</FieldRow>
    </FieldList>
  )
}

/** What a place says of itself. */
export const PlacePreview = ({ summary, of = 'place' }: { summary: SyncSummary; of?: Previewed }) => {
  const { t } = useI18n()
  return (
    <section
      aria-label={t('sync.preview.title')}
      className="flex flex-col gap-2.5 rounded-lg border border-line bg-canvas p-3"
    >
      <p role="status" className="flex items-center gap-2 font-[560]">
        <Icon of={CircleCheck} className="text-green" />
        {t(of === 'file' ? 'sync.preview.inFile' : summary.book ? 'sync.preview.found' : 'sync.preview.empty')}
      </p>
      {summary.book && <BookFacts summary={summary} book={summary.book} />}
      <Warnings summary={summary} of={of} />
    </section>
  )
}

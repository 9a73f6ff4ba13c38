import { PlugZap } from 'lucide-react'

import { useBook } from '../../../data/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Spinner } from '../../../ui/index.ts'
import { Diagnosis } from '../place/diagnosis.tsx'
import type { PlaceDraft, PlaceField } from '../place/place-draft.ts'
import { PlaceFields } from '../place/place-fields.tsx'
import { PlacePreview } from '../place/place-preview.tsx'
import type { Inspection } from '../place/use-inspect.ts'

/** Why this book can't be made available at a place that has one already, and what to do instead. */
const BookIsThere = ({ bookId, onJoin }: { bookId: string; onJoin: () => void }) => {
  const { t } = useI18n()
  const book = useBook()
  const isThis = bookId === book.id
  return (
    <div className="flex flex-col items-start gap-2">
      <p>{t(isThis ? 'sync.setUp.thisIsThere' : 'sync.setUp.otherIsThere')}</p>
      <Button variant={isThis ? 'primary' : 'secondary'} onPress={onJoin}>
        {t(isThis ? 'sync.setUp.syncWithIt' : 'sync.joinEllipsis')}
      </Button>
    </div>
  )
}

/** Where the book is to be made available, and what is found there. */
export const PlaceStep = ({
  draft,
  onChange,
  wrong,
  inspection,
  onTest,
  onJoin,
}: {
  draft: PlaceDraft
  onChange: (draft: PlaceDraft) => void
  wrong: PlaceField | undefined
  inspection: Inspection
  onTest: () => void
  /** Joins what is there instead. */
  onJoin: () => void
}) => {
  const { t } = useI18n()
  return (
    <div className="flex flex-col gap-3.5">
      <PlaceFields draft={draft} onChange={onChange} wrong={wrong} purpose="setUp" />
      {draft.kind !== 'file' && (
        <div className="flex items-center gap-3">
          <Button icon={PlugZap} isPending={inspection.state === 'asking'} onPress={onTest}>
            {t('sync.test')}
          </Button>
          {inspection.state === 'asking' && <Spinner label={t('sync.testing')} />}
        </div>
      )}
      {inspection.state === 'failed' && <Diagnosis error={inspection.error} />}
      {inspection.state === 'found' && (
        <PlacePreview
          summary={inspection.summary}
          of={draft.kind === 'couchdb' && draft.user === '' ? 'anonymous' : 'place'}
        />
      )}
      {inspection.state === 'found' && inspection.summary.book && (
        <BookIsThere bookId={inspection.summary.book.bookId} onJoin={onJoin} />
      )}
    </div>
  )
}

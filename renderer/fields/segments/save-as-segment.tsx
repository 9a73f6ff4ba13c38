import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'

import type { Filter, NounName } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { SegmentDialog } from './segment-dialog.tsx'
import { useSegmentWrites } from './segment-writes.ts'

/** The button that keeps what a list shows as a segment. */
export const SaveAsSegment = ({ noun, filter, text = '' }: { noun: NounName; filter: Filter; text?: string }) => {
  const { t } = useI18n()
  const { create } = useSegmentWrites()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button small variant="quiet" icon={BookmarkPlus} onPress={() => setAsking(true)}>
        {t('segments.saveAs')}
      </Button>
      {asking && (
        <SegmentDialog
          noun={noun}
          filter={filter}
          text={text.trim()}
          onSave={async (segment) => {
            await create(segment)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { Plus, Users } from 'lucide-react'
import { useState } from 'react'

import { useAll } from '../../data/index.ts'
import { SegmentDialog, useSegmentWrites } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, EmptyState, PageHeader } from '../../ui/index.ts'
import { SegmentDetail } from './segment-detail.tsx'
import { SegmentList } from './segment-list.tsx'
import { useUses } from './use-uses.ts'

const NONE: never[] = []

/** The named parts of the book, one of them open beside the list: the one that `id` says, or the first. */
export const SegmentsPage = ({ id }: { id?: string | undefined }) => {
  const { t, format } = useI18n()
  const navigate = useNavigate()
  const { create } = useSegmentWrites()
  const [asking, setAsking] = useState(false)
  const loaded = useAll('segments')
  const segments = loaded ?? NONE
  const uses = useUses(segments)
  const open = segments.find((segment) => segment.id === id) ?? segments[0]
  const show = (next: string) => void navigate({ to: '/segments/$id', params: { id: next } })
  const add = (
    <Button variant="primary" icon={Plus} onPress={() => setAsking(true)}>
      {t('segments.new')}
    </Button>
  )
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader title={t('segments.title')} detail={loaded && format.number(segments.length)}>
        {segments.length > 0 && add}
      </PageHeader>
      {loaded && segments.length === 0 && (
        <EmptyState icon={Users} title={t('segments.empty.title')} action={add}>
          {t('segments.empty.text')}
        </EmptyState>
      )}
      {open && (
        <div className="flex min-h-0 flex-1 border-line border-t">
          <SegmentList segments={segments} openId={open.id} uses={uses} />
          <SegmentDetail key={open.id} segment={open} uses={uses.get(open.id) ?? 0} onOpen={show} />
        </div>
      )}
      {asking && (
        <SegmentDialog
          filter={NONE}
          onSave={async (segment) => show(await create(segment))}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

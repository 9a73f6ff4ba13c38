import { Link } from '@tanstack/react-router'

import type { Segment } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { useSelect } from '../../read-model/hooks.ts'
import { Badge, cx } from '../../ui/index.ts'

const Row = ({ segment, isOpen, uses }: { segment: Segment; isOpen: boolean; uses: number }) => {
  const { t, tx } = useI18n()
  const { id, name, noun, kind } = segment
  const { count, loading } = useSelect({ noun, filter: [{ op: 'in', segment: id }], offset: 0, limit: 0 })
  return (
    <li>
      <Link
        to="/segments/$id"
        params={{ id }}
        aria-current={isOpen ? 'page' : undefined}
        draggable={false}
        className={cx('block cursor-default rounded-md px-2.5 py-2', isOpen ? 'bg-accent-soft' : 'hover:bg-sunk')}
      >
        <span className="flex items-center gap-2">
          <bdi className="min-w-0 flex-1 truncate font-[560]">{name}</bdi>
          <Badge tone={kind === 'live' ? 'info' : 'neutral'}>{t(`segments.kind.${kind}`)}</Badge>
        </span>
        <span className="flex items-center gap-2 text-ink-muted text-sm">
          <span className="min-w-0 flex-1 truncate">{loading ? ' ' : tx(`noun.${noun}`, '', { count })}</span>
          {uses > 0 && <span className="truncate text-xs">{t('segments.used', { count: uses })}</span>}
        </span>
      </Link>
    </li>
  )
}

/** All segments, each with how many are in it now. */
export const SegmentList = ({
  segments,
  openId,
  uses,
}: {
  segments: readonly Segment[]
  openId: string
  uses: ReadonlyMap<string, number>
}) => {
  const { t } = useI18n()
  return (
    <nav
      aria-label={t('segments.list')}
      className="w-[290px] flex-none overflow-auto border-line border-e p-2 max-[960px]:w-[220px]"
    >
      <ul className="flex flex-col gap-0.5">
        {segments.map((segment) => (
          <Row key={segment.id} segment={segment} isOpen={segment.id === openId} uses={uses.get(segment.id) ?? 0} />
        ))}
      </ul>
    </nav>
  )
}

import { cx } from '../../ui/index.ts'
import type { SyncTone } from './sync-line.ts'

const colours: Record<SyncTone, string> = {
  good: 'bg-green',
  busy: 'bg-accent animate-pulse',
  waiting: 'bg-amber',
  bad: 'bg-red',
}

export const SyncDot = ({ tone }: { tone: SyncTone }) => (
  <span aria-hidden className={cx('size-[7px] flex-none rounded-full', colours[tone])} />
)

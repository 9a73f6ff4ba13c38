import { Button as AriaButton } from 'react-aria-components/Button'

import { useI18n } from '../../i18n/index.ts'
import { cx, Popover } from '../../ui/index.ts'
import { SyncDot } from './sync-dot.tsx'
import { SyncHelp } from './sync-help.tsx'
import { useSyncLine } from './use-sync-line.ts'

/** Tells at the foot of the navigation how sync stands, with what to do about it. Nothing while the book does not sync. */
export const SyncFooter = () => {
  const { t } = useI18n()
  const line = useSyncLine()
  if (!line) return null
  const { text, tone } = line
  return (
    <Popover
      label={t('sync.title')}
      placement="top start"
      className="w-80"
      trigger={
        <AriaButton
          className={cx(
            'flex w-full cursor-default items-center gap-[7px] rounded-md p-2 text-start text-xs data-hovered:bg-sunk max-[960px]:justify-center',
            tone === 'bad' ? 'bg-red-soft text-red' : 'text-ink-faint',
          )}
        >
          <SyncDot tone={tone} />
          <span role={tone === 'bad' ? 'alert' : 'status'} className="max-[960px]:sr-only">
            {text}
          </span>
        </AriaButton>
      }
    >
      {(close) => <SyncHelp onDone={close} />}
    </Popover>
  )
}

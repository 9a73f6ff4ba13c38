import { Button as AriaButton } from 'react-aria-components/Button'

import { useI18n } from '../../i18n/index.ts'
import { cx, Popover } from '../../ui/index.ts'
import { SyncDot } from './sync-dot.tsx'
import { SyncHelp } from './sync-help.tsx'
import { wholeLine } from './sync-line.ts'
import { useSyncLine } from './use-sync-line.ts'

/** Tells at the foot of the navigation how sync stands, with what to do about it. Nothing while the book does not sync. */
export const SyncFooter = () => {
  const { t } = useI18n()
  const line = useSyncLine()
  if (!line) return null
  const { text, tone } = line
  const whole = wholeLine(line)
  return (
    <>
      {tone === 'bad' && (
        <p role="alert" className="sr-only">
          {text}
        </p>
      )}
      <Popover
        label={t('sync.title')}
        placement="top start"
        className="w-80"
        trigger={
          <AriaButton
            aria-label={whole}
            className={cx(
              'flex w-full cursor-default items-center gap-[7px] rounded-md p-2 text-start text-xs data-hovered:bg-sunk max-[960px]:justify-center',
              tone === 'bad' ? 'bg-red-soft text-red' : 'text-ink-faint',
            )}
          >
            <SyncDot tone={tone} />
            <span className="max-[960px]:hidden">{whole}</span>
          </AriaButton>
        }
      >
        {(close) => <SyncHelp onDone={close} />}
      </Popover>
    </>
  )
}

import { Button as AriaButton } from 'react-aria-components/Button'

import { errorText, useI18n } from '../i18n/index.ts'
import { useReplicator } from '../replication/index.ts'
import { Button, cx, ErrorState, Popover } from '../ui/index.ts'
import { type SavedState, useSavedState } from './saved-state.ts'

const Dot = ({ kind }: { kind: SavedState['kind'] }) => (
  <span
    aria-hidden
    className={cx(
      'size-[7px] flex-none rounded-full',
      kind === 'saved' ? 'bg-green' : kind === 'waiting' ? 'bg-amber' : 'bg-red',
    )}
  />
)

const line = 'flex items-center gap-[7px] rounded-md p-2 text-xs max-[960px]:justify-center'

/** Tells at the foot of the navigation whether all is saved, and what to do when it is not. */
export const SavedFooter = () => {
  const i18n = useI18n()
  const { t } = i18n
  const { flush } = useReplicator()
  const saved = useSavedState()
  if (saved.kind !== 'failed') {
    const text =
      saved.kind === 'saved' ? t('app.allSaved') : t('app.waiting', { count: saved.waiting, seconds: saved.seconds })
    return (
      <p role="status" title={text} className={cx(line, 'text-ink-faint')}>
        <Dot kind={saved.kind} />
        <span className="max-[960px]:sr-only">{text}</span>
      </p>
    )
  }
  return (
    <Popover
      label={t('app.notSaved', { count: saved.waiting })}
      placement="top start"
      className="max-w-80"
      trigger={
        <AriaButton className={cx(line, 'bg-red-soft text-start text-red')}>
          <Dot kind="failed" />
          <span role="alert" className="max-[960px]:sr-only">
            {t('app.notSaved', { count: saved.waiting })}
          </span>
        </AriaButton>
      }
    >
      {(close) => (
        <ErrorState
          small
          title={t('app.notSaved', { count: saved.waiting })}
          message={errorText(i18n, saved.error)}
          action={
            <Button
              onPress={() => {
                close()
                flush().catch(() => undefined)
              }}
            >
              {t('ui.retry')}
            </Button>
          }
        />
      )}
    </Popover>
  )
}

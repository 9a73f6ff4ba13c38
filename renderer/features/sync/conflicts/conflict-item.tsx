import { Check } from 'lucide-react'
import { useRef } from 'react'

import type { ConflictVersion } from '../../../../shared/conflict/index.ts'
import { type OpenConflict, type SettledConflict, settleConflict, useBook } from '../../../data/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Badge, Button, Checkbox, cx } from '../../../ui/index.ts'
import type { VersionText } from './conflict-text.ts'
import { focusNext } from './focus-next.ts'
import { useConflictText } from './use-conflict-text.ts'

const Version = ({
  version,
  text,
  label,
  onChoose,
}: {
  version: ConflictVersion
  text: VersionText
  label: string
  onChoose: (() => void) | undefined
}) => {
  const { t, format } = useI18n()
  const { device } = useBook()
  const { stands, by, at, stamp } = version
  const where = stamp.endsWith(`.${device}`) ? 'sync.conflict.here' : 'sync.conflict.elsewhere'
  return (
    <li
      className={cx(
        'flex flex-wrap items-start gap-x-3 gap-y-1.5 rounded-lg border px-3 py-2',
        stands ? 'border-line-strong bg-canvas' : 'border-line',
      )}
    >
      <div className="min-w-0 flex-1 basis-60">
        <p className="whitespace-pre-line break-words">
          <bdi>{text.text}</bdi>
        </p>
        {text.detail !== undefined && <p className="break-words text-ink-muted">{text.detail}</p>}
        <p className="text-ink-faint text-sm">
          <bdi>{by ?? t(where)}</bdi> · {format.instant(at, 'dateTime')}
        </p>
      </div>
      {stands && (
        <Badge tone="good" className="my-1">
          {t('sync.conflict.stands')}
        </Badge>
      )}
      {onChoose && (
        <Button
          small
          {...(stands && { icon: Check })}
          aria-label={t(stands ? 'sync.conflict.keepOf' : 'sync.conflict.chooseOf', { field: label, value: text.text })}
          onPress={onChoose}
        >
          {t(stands ? 'sync.conflict.keep' : 'sync.conflict.choose')}
        </Button>
      )}
    </li>
  )
}

/** A field that was written by several who did not know of each other: all values, and which one stands. */
export const ConflictItem = ({
  conflict,
  record,
  isSelected,
  onSelect,
}: {
  conflict: OpenConflict | SettledConflict
  record: object | undefined
  isSelected: boolean
  onSelect: (isSelected: boolean) => void
}) => {
  const { t, format } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const { label, texts } = useConflictText(conflict, record)
  const settled = 'settled' in conflict ? conflict.settled : undefined
  const item = useRef<HTMLLIElement>(null)
  const read = conflict.versions.flatMap((version, at) => {
    const text = texts[at]
    return text ? [{ version, text }] : []
  })
  // A value that was chosen was written twice: by whoever thought of it, and by whoever chose it.
  const shown = settled
    ? read.filter(({ text }, at) => read.findIndex((other) => other.text.text === text.text) === at)
    : read
  const choose = async (stamp: string): Promise<void> => {
    const goOn = focusNext(item.current)
    try {
      await settleConflict(book, conflict, stamp)
      goOn()
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <li ref={item} {...(!settled && { 'data-conflict': '' })} className="flex gap-3">
      {!settled && (
        <Checkbox
          className="mt-0.5 self-start"
          aria-label={t('sync.conflict.select', { field: label })}
          value={isSelected}
          onChange={onSelect}
        />
      )}
      <div className="min-w-0 flex-1">
        <p className="mb-1.5 flex flex-wrap items-baseline gap-x-2">
          <span className="text-ink-muted">{label}</span>
          {settled && (
            <span className="ms-auto text-ink-faint text-sm">
              {settled.by === undefined
                ? t('sync.conflict.settledAt', { when: format.instant(settled.at, 'ago') })
                : t('sync.conflict.settledBy', { name: settled.by, when: format.instant(settled.at, 'ago') })}
            </span>
          )}
        </p>
        <ul className="flex flex-col gap-1.5">
          {shown.map(({ version, text }) => (
            <Version
              key={version.stamp}
              version={version}
              text={text}
              label={label}
              onChoose={settled ? undefined : () => void choose(version.stamp)}
            />
          ))}
        </ul>
      </div>
    </li>
  )
}

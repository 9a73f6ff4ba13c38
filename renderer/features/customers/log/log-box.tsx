import { type KeyboardEvent, useRef, useState } from 'react'

import { type Customer, NOTE_CHANNEL } from '../../../../shared/domain/index.ts'
import { useBook } from '../../../data/index.ts'
import { shownField, useChoices, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, cx, Kbd, Segmented, TextArea } from '../../../ui/index.ts'
import { emptyLog, isLoggable, type LogEntry, putBack, writeLog } from './log-model.ts'
import { LogMore } from './log-more.tsx'

const channelColumn = shownField('interactions', 'channel') ?? { key: 'channel', type: 'choice' }
const FIRST_CHANNEL = 'channel:call'

/**
 * The always-ready box under a customer: words, channel, and what follows. Ctrl+Enter logs from anywhere in it; the
 * rest opens when it gets the focus.
 */
export const LogBox = ({ customer, people }: { customer: Customer; people: readonly Customer[] }) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const channels = useChoices('interactions', channelColumn) ?? []
  const preferred = customer.preferredChannel ?? FIRST_CHANNEL
  const [entry, setEntry] = useState<LogEntry>(() => emptyLog(preferred))
  const [open, setOpen] = useState(false)
  const text = useRef<HTMLTextAreaElement>(null)
  const put = (patch: Partial<LogEntry>) => setEntry((old) => ({ ...old, ...patch }))
  const ready = isLoggable(entry)

  const log = async () => {
    text.current?.focus()
    if (!ready) return
    // Now, not once it is written: by then the person may type the next words here, or be somewhere else.
    setEntry(emptyLog(entry.channel))
    try {
      await book.write({ key: 'interactionLogged' }, (draft) =>
        writeLog(draft, customer, entry, new Date().toISOString()),
      )
    } catch (error) {
      setEntry((since) => putBack(entry, since))
      tellError(error)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      void log()
    } else if (event.key === 'Escape' && open && !ready) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <section
      aria-label={t('customers.log.title')}
      onKeyDown={onKeyDown}
      onFocus={() => setOpen(true)}
      className="flex flex-col gap-2 rounded-lg border border-line-strong px-[11px] py-[9px] shadow-[0_1px_2px_#00000008] focus-within:border-accent focus-within:ring-2 focus-within:ring-accent/20"
    >
      <TextArea
        bare
        hideLabel
        ref={text}
        rows={open ? 2 : 1}
        label={t('customers.log.title')}
        placeholder={t('customers.log.placeholder')}
        value={entry.text}
        onChange={(next) => put({ text: next })}
      />
      <div className="flex flex-wrap items-center gap-1">
        <Segmented
          className="text-sm [&_label]:px-1.5"
          label={t('customers.log.channel')}
          options={channels}
          value={entry.channel}
          onChange={(channel) => put({ channel })}
        />
      </div>
      {open && (
        <LogMore entry={entry} put={put} customer={customer} people={people} isNote={entry.channel === NOTE_CHANNEL} />
      )}
      <div className={cx('flex items-center justify-end gap-2', !open && 'hidden')}>
        <Kbd keys="Mod+Enter" />
        <Button small variant="primary" isDisabled={!ready} onPress={() => void log()}>
          {t('customers.log.save')}
        </Button>
      </div>
    </section>
  )
}

import { useState } from 'react'

import { type Deal, NOTE_CHANNEL } from '../../../../shared/domain/index.ts'
import { useBook, useListItems } from '../../../data/index.ts'
import { useLabels, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Kbd, Segmented, TextArea } from '../../../ui/index.ts'

const SUBJECT_MOST = 200

/** The first line is the subject, where it is short enough for one. */
const split = (words: string): { subject?: string; text?: string } => {
  const [first = '', ...rest] = words.trim().split('\n')
  if (first.length > SUBJECT_MOST) return { text: words.trim() }
  const text = rest.join('\n').trim()
  return { subject: first, ...(text && { text }) }
}

/** Writes down what just happened with a deal: how, a few words, Ctrl+Enter. */
export const QuickLog = ({ deal }: { deal: Deal }) => {
  const { t } = useI18n()
  const book = useBook()
  const labels = useLabels()
  const tellError = useTellError()
  const channels = (useListItems('channel') ?? []).filter(({ retired }) => !retired)
  const [chosen, setChosen] = useState<string>()
  const [words, setWords] = useState('')
  const channel = channels.find(({ id }) => id === chosen)?.id ?? channels[0]?.id
  const log = async () => {
    if (words.trim() === '' || channel === undefined) return
    const { customerId, companyId } = deal
    // Now, not once it is written: the next words may be typed by then.
    setWords('')
    await book.write({ key: 'interactionLogged' }, (draft) => {
      draft.create('interactions', {
        channel,
        at: new Date().toISOString(),
        dealId: deal.id,
        ...(customerId !== undefined && { customerId }),
        ...(companyId !== undefined && { companyId }),
        ...(channel !== NOTE_CHANNEL && { direction: 'outgoing' as const }),
        ...split(words),
      })
    })
  }
  const submit = () =>
    void log().catch((error: unknown) => {
      setWords((since) => [words, since].filter((text) => text.trim() !== '').join('\n'))
      tellError(error)
    })
  return (
    <div className="rounded-lg border border-line-strong focus-within:border-accent focus-within:ring-2 focus-within:ring-accent/20">
      <div className="border-line border-b px-1.5 py-1">
        <Segmented
          label={t('deals.log.channel')}
          options={channels.map(({ id }) => ({ id, label: labels.item(id) }))}
          value={channel}
          onChange={setChosen}
        />
      </div>
      <div className="px-2.5 pt-2">
        <TextArea
          bare
          hideLabel
          rows={2}
          label={t('deals.log.what')}
          placeholder={t('deals.log.what')}
          value={words}
          onChange={setWords}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            submit()
          }}
        />
      </div>
      <div className="flex items-center justify-end gap-2 px-1.5 pb-1.5">
        <Kbd keys="Mod+Enter" />
        <Button small variant="primary" isDisabled={words.trim() === ''} onPress={submit}>
          {t('deals.log.save')}
        </Button>
      </div>
    </div>
  )
}

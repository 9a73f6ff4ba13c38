import { MailCheck } from 'lucide-react'
import { useState } from 'react'

import { type ConsentChannel, consentChannels } from '../../../shared/domain/index.ts'
import { useBook } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, Checkbox, Dialog, Menu, Select, toast } from '../../ui/index.ts'
import { useTellError } from '../open-outside.tsx'
import { givenEntries, withdrawAll } from './consent-writes.ts'
import { StatementFields } from './statement-fields.tsx'
import { useDetails } from './use-details.ts'
import { usePurposes } from './use-purposes.ts'

type Ids = () => Promise<readonly string[]>

/** Records consent of many: only with how it was given and where the proof is. */
const GiveMany = ({ count, ids, onClose }: { count: number; ids: Ids; onClose: () => void }) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const purposes = usePurposes()
  const [purpose, setPurpose] = useState<string>()
  const [channels, setChannels] = useState<readonly ConsentChannel[]>([])
  const [details, setDetails, remember] = useDetails({ how: '' })
  const about = purpose ?? purposes[0]?.id
  const ready =
    about !== undefined && channels.length > 0 && details.how.trim() !== '' && details.evidence.trim() !== ''
  const save = async () => {
    if (about === undefined) return
    remember()
    onClose()
    const chosen = await ids()
    await book.write({ key: 'consentChanged' }, (draft) =>
      draft.setPathsOfAll('customers', chosen, () =>
        Object.fromEntries(
          Object.entries(givenEntries(details, about, channels)).map(([id, consent]) => [`consents/${id}`, consent]),
        ),
      ),
    )
  }
  return (
    <Dialog
      isOpen
      size="sm"
      title={t('privacy.give')}
      description={t('privacy.giveManyHint', { count })}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void save().catch(tellError)
      }}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={!ready}>
            {t('privacy.give')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-2.5">
        <Select label={t('privacy.purposes')} options={purposes} value={about} onChange={setPurpose} />
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
          <legend className="mb-1 text-ink-muted">{t('privacy.channels')}</legend>
          {consentChannels.map((channel) => (
            <Checkbox
              key={channel}
              value={channels.includes(channel)}
              onChange={(on) => setChannels(on ? [...channels, channel] : channels.filter((one) => one !== channel))}
            >
              {t(`privacy.channel.${channel}`)}
            </Checkbox>
          ))}
        </fieldset>
        <StatementFields purpose={about} value={details} onChange={setDetails} isRequired />
      </div>
    </Dialog>
  )
}

/** Consent of all that are selected: recorded with its proof, or withdrawn at once. */
export const BulkConsent = ({ count, ids }: { count: number; ids: Ids }) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const [giving, setGiving] = useState(false)
  const withdraw = async () => {
    const done = await withdrawAll(book, await ids(), consentChannels, t('privacy.withdrawMany'))
    if (done === 0) toast({ message: t('privacy.nothingToWithdraw') })
  }
  return (
    <>
      <Menu
        trigger={
          <Button small icon={MailCheck}>
            {t('privacy.consent')}
          </Button>
        }
        items={[
          { id: 'give', label: t('privacy.giveMany'), onAction: () => setGiving(true) },
          { id: 'withdraw', label: t('privacy.withdrawMany'), onAction: () => void withdraw().catch(tellError) },
        ]}
      />
      {giving && <GiveMany count={count} ids={ids} onClose={() => setGiving(false)} />}
    </>
  )
}

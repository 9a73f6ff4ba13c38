import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'

import type { BlockKind, BlockSubject } from '../../../../shared/privacy/index.ts'
import { blockedAs, blockedHashes, unblock, useBook } from '../../../data/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Badge, Button, TextField } from '../../../ui/index.ts'
import { ListEditor } from '../lists/list-editor.tsx'
import { Section } from '../section.tsx'

const subjectOf = (text: string): BlockSubject => (text.includes('@') ? { emails: [text] } : { phones: [text] })

type Answer = { text: string; kinds: readonly BlockKind[] }

/** Whether someone is on the blocklist, and how they get off it: the list itself names nobody. */
const Blocklist = () => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const [text, setText] = useState('')
  const answer = useLiveQuery(
    async (): Promise<Answer> => ({ text, kinds: text.trim() === '' ? [] : await blockedAs(book, subjectOf(text)) }),
    [book, text],
  )
  const count = useLiveQuery(async () => (await blockedHashes(book)).size, [book])
  const known = answer !== undefined && answer.text === text && text.trim() !== ''
  const isBlocked = known && answer.kinds.length > 0
  return (
    <Section title={t('privacy.blocklist')} help={t('privacy.blocklistHelp')}>
      <p>{count !== undefined && t('privacy.blockedCount', { count })}</p>
      <TextField label={t('privacy.checkBlocked')} value={text} onChange={setText} />
      <div role="status" className="flex min-h-7 items-center gap-3">
        {known && (
          <Badge tone={isBlocked ? 'bad' : 'neutral'}>
            {t(isBlocked ? 'privacy.isBlocked' : 'privacy.isNotBlocked')}
          </Badge>
        )}
        {isBlocked && (
          <Button small onPress={() => void unblock(book, subjectOf(text)).catch(tellError)}>
            {t('privacy.unblock')}
          </Button>
        )}
      </div>
    </Section>
  )
}

/** What people are asked for, who must not come back, and where a person's rights are seen to. */
export const PrivacySettings = () => {
  const { t } = useI18n()
  return (
    <>
      <Section title={t('privacy.purposesTitle')} help={t('privacy.purposesHelp')}>
        <ListEditor list="purpose" />
      </Section>
      <Blocklist />
      <Section title={t('privacy.rights')} help={t('privacy.rightsHelp')}>
        {null}
      </Section>
    </>
  )
}

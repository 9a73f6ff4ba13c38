import { ShieldBan } from 'lucide-react'
import { useEffect, useState } from 'react'

import { type Customer, orderedEntries } from '../../../shared/domain/index.ts'
import { type BlockSubject, blockSubject } from '../../../shared/privacy/index.ts'
import { blockedAs, unblock, useBook } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, Icon } from '../../ui/index.ts'
import type { FormValues } from '../form-model.ts'
import { useTellError } from '../open-outside.tsx'

const WAIT_MS = 200

const filled = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        orderedEntries(value as Record<string, object>).flatMap(({ id, ...entry }) =>
          'value' in entry && typeof entry.value === 'string' && entry.value.trim() !== '' ? [[id, entry]] : [],
        ),
      )
    : undefined

/** Who the values of a form are about, as the blocklist knows people. */
const subjectOf = (values: FormValues): BlockSubject => {
  const text = (key: string) => (typeof values[key] === 'string' && values[key] !== '' ? values[key] : undefined)
  // Entries of a form are what the noun's schema lets in, once they are filled.
  return blockSubject({
    ...({ emails: filled(values['emails']), phones: filled(values['phones']) } as Pick<Customer, 'emails' | 'phones'>),
    kind: values['kind'] === 'company' ? 'company' : 'person',
    givenName: text('givenName'),
    familyName: text('familyName'),
    companyName: values['kind'] === 'company' ? text('companyName') : undefined,
    birthday: text('birthday'),
  })
}

/** Tells that someone who is being entered was erased at their wish; a person may take them off the blocklist. */
export const BlockedNotice = ({ values }: { values: FormValues }) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const [blocked, setBlocked] = useState(false)
  const asked = JSON.stringify(subjectOf(values))
  useEffect(() => {
    let wanted = true
    const timer = setTimeout(() => {
      blockedAs(book, JSON.parse(asked)).then(
        (kinds) => wanted && setBlocked(kinds.length > 0),
        () => undefined,
      )
    }, WAIT_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [asked, book])
  const takeOff = async () => {
    await unblock(book, JSON.parse(asked))
    setBlocked(false)
  }
  return (
    <div role="status">
      {blocked && (
        <div className="flex flex-wrap items-center gap-2 rounded-lg bg-red-soft px-3 py-2 text-red">
          <Icon of={ShieldBan} />
          <p className="min-w-0 flex-1 basis-60">{t('privacy.blocked')}</p>
          <Button small onPress={() => void takeOff().catch(tellError)}>
            {t('privacy.unblock')}
          </Button>
        </div>
      )}
    </div>
  )
}

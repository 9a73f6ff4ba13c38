import { useEffect, useState } from 'react'

import { displayName, primaryEmail, primaryPhone } from '../../../../shared/domain/index.ts'
import { LARGEST_GROUP } from '../../../../shared/merging/index.ts'
import { markNotSame, useAll, useBook, useRecord } from '../../../data/index.ts'
import { matchingOf, Reasons, type Similar, useTellError, withCustomers } from '../../../fields/index.ts'
import { errorText, useI18n } from '../../../i18n/index.ts'
import { Button, Checkbox, Dialog, ErrorState, Spinner } from '../../../ui/index.ts'
import { type DialogRequest, openDialog } from '../../../view-state/index.ts'
import { shownProbability } from '../strength.ts'

type Answer = { found: readonly Similar[] } | { error: unknown }

const useSimilarTo = (customerId: string): Answer | undefined => {
  const book = useBook()
  const [answer, setAnswer] = useState<Answer>()
  useEffect(() => {
    let wanted = true
    const find = async () => {
      const hits = await matchingOf(book).ask({ ask: 'similarTo', customerId, limit: LARGEST_GROUP - 1 })
      return { found: await withCustomers(book, hits) }
    }
    find().then(
      (found) => wanted && setAnswer(found),
      (error: unknown) => wanted && setAnswer({ error }),
    )
    return () => {
      wanted = false
    }
  }, [book, customerId])
  return answer
}

/** Who may be the same as one customer. */
export const DuplicatesOfDialog = ({
  request: { customerId },
  onClose,
}: {
  request: Extract<DialogRequest, { kind: 'duplicatesOf' }>
  onClose: () => void
}) => {
  const i18n = useI18n()
  const { t, format } = i18n
  const book = useBook()
  const tellError = useTellError()
  const customer = useRecord('customers', customerId)
  const answer = useSimilarTo(customerId)
  const notSame = useAll('notSame')
  const [chosen, setChosen] = useState<ReadonlySet<string>>()
  const apart = new Set(notSame?.flatMap(({ a, b }) => (a === customerId ? [b] : b === customerId ? [a] : [])))
  const found = answer && 'found' in answer ? answer.found.filter((hit) => !apart.has(hit.customer.id)) : []
  const ids = found.map((hit) => hit.customer.id)
  const ticked = chosen ?? new Set(ids.slice(0, 1))
  const picked = ids.filter((id) => ticked.has(id))
  const toggle = (id: string, wanted: boolean) =>
    setChosen(new Set(wanted ? [...ticked, id] : [...ticked].filter((other) => other !== id)))
  const tellApart = async () => {
    await markNotSame(book, [customerId, ...picked])
    if (picked.length === ids.length) onClose()
    else setChosen(new Set())
  }
  return (
    <Dialog
      isOpen
      size="md"
      title={t('duplicates.ofTitle', { name: customer ? displayName(customer) : '' })}
      onClose={onClose}
      footer={
        <>
          {found.length > 0 && (
            <Button
              className="me-auto"
              isDisabled={picked.length === 0}
              onPress={() => void tellApart().catch(tellError)}
            >
              {t('duplicates.notSame')}
            </Button>
          )}
          <Button onPress={onClose}>{t(found.length > 0 ? 'ui.cancel' : 'ui.close')}</Button>
          {found.length > 0 && (
            <Button
              variant="primary"
              isDisabled={picked.length === 0}
              onPress={() => openDialog({ kind: 'mergeCustomers', ids: [customerId, ...picked] })}
            >
              {t('duplicates.compare')}
            </Button>
          )}
        </>
      }
    >
      <div role="status">
        {answer === undefined && <Spinner label={t('duplicates.looking')} />}
        {answer && 'found' in answer && found.length === 0 && <p>{t('duplicates.ofNone')}</p>}
      </div>
      {answer && 'error' in answer && <ErrorState small message={errorText(i18n, answer.error)} />}
      <ul className="flex flex-col gap-3">
        {found.map((hit) => (
          <li key={hit.customer.id}>
            <Checkbox value={ticked.has(hit.customer.id)} onChange={(wanted) => toggle(hit.customer.id, wanted)}>
              <span className="min-w-0">
                <span className="block">
                  <bdi className="font-[560]">{displayName(hit.customer)}</bdi>
                  {hit.company && (
                    <span className="text-ink-muted">
                      {' · '}
                      <bdi>{hit.company}</bdi>
                    </span>
                  )}
                  <span className="text-ink-muted"> · {shownProbability(format, hit.probability)}</span>
                  {hit.customer.archivedAt !== undefined && ` · ${t('duplicates.archived')}`}
                </span>
                <span className="block text-ink-muted text-sm">
                  <Reasons reasons={hit.reasons} against />
                </span>
                <bdi dir="ltr" className="text-ink-muted text-sm">
                  {[primaryEmail(hit.customer)?.value, primaryPhone(hit.customer)?.value].filter(Boolean).join(' · ')}
                </bdi>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { Info } from 'lucide-react'
import { useEffect, useState } from 'react'

import {
  type Customer,
  displayName,
  orderedEntries,
  primaryEmail,
  primaryPhone,
} from '../../../../shared/domain/index.ts'
import { useBook } from '../../../data/index.ts'
import type { FormValues } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { useReadModel } from '../../../read-model/hooks.ts'
import { Icon } from '../../../ui/index.ts'

const WAIT_MS = 200
const MOST = 4
const ENOUGH = 4

const entryTexts = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return orderedEntries(value as Record<string, object>).flatMap((entry) =>
    'value' in entry && typeof entry.value === 'string' ? [entry.value] : [],
  )
}

/** What to look for so that nobody is entered twice: the full name, and each address and number. */
export const lookFor = (values: FormValues): string[] => {
  const name = displayName({
    kind: values['kind'] === 'company' ? 'company' : 'person',
    givenName: String(values['givenName'] ?? ''),
    familyName: String(values['familyName'] ?? ''),
    companyName: values['kind'] === 'company' ? String(values['companyName'] ?? '') : '',
  })
  return [name, ...entryTexts(values['emails']), ...entryTexts(values['phones'])]
    .map((text) => text.trim())
    .filter((text) => text.length >= ENOUGH)
}

const useSimilar = (values: FormValues): readonly Customer[] => {
  const { db } = useBook()
  const model = useReadModel()
  const [found, setFound] = useState<readonly Customer[]>([])
  const asked = JSON.stringify(lookFor(values))
  useEffect(() => {
    let wanted = true
    const find = async () => {
      const texts: string[] = JSON.parse(asked)
      const answers = await Promise.all(
        texts.map((text) => model.select({ noun: 'customers', text, offset: 0, limit: MOST })),
      )
      const ids = [...new Set(answers.flatMap((answer) => answer.ids))].slice(0, MOST)
      const rows = await db.customers.bulkGet(ids)
      if (wanted) setFound(rows.filter((row) => row !== undefined))
    }
    const timer = setTimeout(() => void find().catch(() => undefined), WAIT_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [asked, db, model])
  return found
}

/** Tells who is in the book already under this name, address or number. */
export const SimilarCustomers = ({ values, onOpen }: { values: FormValues; onOpen: () => void }) => {
  const { t } = useI18n()
  const navigate = useNavigate()
  const found = useSimilar(values)
  return (
    <div role="status">
      {found.length > 0 && (
        <div className="flex gap-2 rounded-lg bg-amber-soft px-3 py-2 text-amber">
          <Icon of={Info} className="mt-px" />
          <div className="min-w-0 flex-1">
            <p className="font-[560]">{t('customers.similar', { count: found.length })}</p>
            <ul>
              {found.map((customer) => (
                <li key={customer.id} className="flex min-w-0 items-baseline gap-2">
                  <button
                    type="button"
                    className="truncate rounded-sm underline underline-offset-2"
                    onClick={() => {
                      onOpen()
                      void navigate({ to: '/customers/$id', params: { id: customer.id } })
                    }}
                  >
                    <bdi>{displayName(customer)}</bdi>
                  </button>
                  <bdi className="truncate text-xs">
                    {[primaryEmail(customer)?.value, primaryPhone(customer)?.value].filter(Boolean).join(' · ')}
                  </bdi>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  )
}

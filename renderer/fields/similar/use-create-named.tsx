import { type ReactNode, useState } from 'react'

import type { CustomerKind } from '../../../shared/domain/index.ts'
import { type Book, useBook } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, Dialog } from '../../ui/index.ts'
import { createCustomerNamed, namedValues } from '../create-customer.ts'
import { useCatalog } from '../lookups.ts'
import { useTellError } from '../open-outside.tsx'
import { matchingOf } from './matching-client.ts'
import { SimilarList } from './similar-list.tsx'
import { type Similar, typedRecord, withCustomers } from './use-similar.ts'

const MOST = 4

type Asked = { name: string; found: readonly Similar[] }

const findNamed = async (
  book: Book,
  name: string,
  kind: CustomerKind,
  catalog: ReturnType<typeof useCatalog>,
): Promise<Similar[]> => {
  const record = typedRecord({ kind, ...namedValues(name, kind) }, undefined, catalog)
  if (!record) return []
  return withCustomers(book, await matchingOf(book).ask({ ask: 'similar', record, kind, limit: MOST }))
}

/**
 * Adds a customer by name alone. Where one of the book may be the same, asks first, in `dialog`, which is to be drawn.
 */
export const useCreateNamed = (
  kind: CustomerKind,
  onChosen: (id: string) => void,
): { create: (name: string) => void; dialog: ReactNode } => {
  const { t } = useI18n()
  const book = useBook()
  const catalog = useCatalog()
  const tellError = useTellError()
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  const add = async (name: string) => {
    close()
    onChosen(await createCustomerNamed(book, name, kind))
  }
  const create = async (name: string) => {
    // Who can't be asked holds nothing up.
    const found = await findNamed(book, name, kind, catalog).catch(() => [])
    if (found.length > 0) setAsked({ name, found })
    else await add(name)
  }
  const dialog = asked && (
    <Dialog
      isOpen
      size="md"
      title={t('duplicates.maybe')}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('ui.cancel')}</Button>
          <Button variant="primary" onPress={() => void add(asked.name).catch(tellError)}>
            {t('duplicates.addAnyway', { name: asked.name })}
          </Button>
        </>
      }
    >
      <SimilarList
        found={asked.found}
        onUse={(id) => {
          close()
          onChosen(id)
        }}
      />
    </Dialog>
  )
  return { create: (name) => void create(name).catch(tellError), dialog }
}

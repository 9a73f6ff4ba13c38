import { ListPlus, Plus } from 'lucide-react'
import { useState } from 'react'

import { type CustomField, type CustomFieldScope, customFieldScopes } from '../../../../shared/domain/index.ts'
import { inOrder } from '../../../../shared/order.ts'
import { useAll, useBook } from '../../../data/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, EmptyState } from '../../../ui/index.ts'
import { SortableList } from '../../../ui/sortable-list.tsx'
import { Section } from '../section.tsx'
import { ChangeTypeDialog } from './change-type/change-type-dialog.tsx'
import { draftOf, type FieldDraft, nameIn, newDraft } from './definition-draft.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { FieldDialog } from './field-dialog.tsx'
import { type FieldAction, FieldRow } from './field-row.tsx'
import { deleteField, moveField, retireField } from './field-writes.ts'
import { countValues, useValueCounts } from './value-counts.ts'

type Open =
  | { dialog: 'edit'; start: FieldDraft; before?: CustomField }
  | { dialog: 'changeType'; definition: CustomField }
  | { dialog: 'delete'; definition: CustomField; count: number }

/** The fields of one's own, by what they belong to; retired ones at the end. */
export const FieldsSettings = () => {
  const { t, language } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const all = useAll('customFields')
  const counts = useValueCounts(all?.length)
  const [open, setOpen] = useState<Open>()
  if (!all) return null

  const close = () => setOpen(undefined)
  const run = (work: Promise<unknown>) => void work.catch(tellError)
  const nameOf = ({ names }: CustomField): string => nameIn(names ?? {}, language)
  const listed = (scope: CustomFieldScope): CustomField[] =>
    inOrder(all.filter((field) => field.scope === scope && !field.retired))
  const retired = all.filter((field) => field.retired)
  const move = (definition: CustomField, index: number) =>
    run(
      moveField(
        book,
        definition.id,
        listed(definition.scope).filter(({ id }) => id !== definition.id),
        index,
      ),
    )
  const askToDelete = async (definition: CustomField) => {
    const count = (await countValues(book)).get(definition.id) ?? 0
    setOpen({ dialog: 'delete', definition, count })
  }
  const act = (definition: CustomField, place: number) => (action: FieldAction) => {
    switch (action) {
      case 'edit':
        return setOpen({ dialog: 'edit', start: draftOf(definition), before: definition })
      case 'changeType':
        return setOpen({ dialog: 'changeType', definition })
      case 'up':
        return move(definition, place - 1)
      case 'down':
        return move(definition, place + 1)
      case 'retire':
        return run(retireField(book, definition.id, true))
      case 'unretire':
        return run(retireField(book, definition.id, false))
      case 'delete':
        return run(askToDelete(definition))
    }
  }
  const countOf = ({ id }: CustomField) => counts && (counts.get(id) ?? 0)
  const add = (scope: CustomFieldScope) => setOpen({ dialog: 'edit', start: newDraft(scope) })

  return (
    <Section title={t('ownFields.title')} help={t('ownFields.about')}>
      {all.length === 0 && (
        <EmptyState
          small
          icon={ListPlus}
          title={t('ownFields.empty')}
          action={
            <Button variant="primary" icon={Plus} onPress={() => add('customers')}>
              {t('ownFields.new')}
            </Button>
          }
        />
      )}
      {customFieldScopes.map((scope) => {
        const fields = listed(scope)
        const title = t(`ownFields.scope.${scope}`)
        return (
          <section key={scope} aria-label={title} className="flex flex-col gap-2">
            <header className="flex items-center gap-2">
              <h3 className="flex-1 font-semibold">{title}</h3>
              <Button small icon={Plus} aria-label={t('ownFields.newFor', { scope: title })} onPress={() => add(scope)}>
                {t('ownFields.add')}
              </Button>
            </header>
            {fields.length === 0 ? (
              <p className="text-ink-faint">{t('ownFields.noneHere')}</p>
            ) : (
              <SortableList
                label={title}
                items={fields}
                textOf={nameOf}
                dragLabel={(field) => t('ownFields.drag', { name: nameOf(field) })}
                onMove={(id, index) => {
                  const definition = fields.find((field) => field.id === id)
                  if (definition) move(definition, index)
                }}
              >
                {(field) => {
                  const place = fields.indexOf(field)
                  return (
                    <FieldRow
                      definition={field}
                      count={countOf(field)}
                      place={place}
                      last={fields.length - 1}
                      onAct={act(field, place)}
                    />
                  )
                }}
              </SortableList>
            )}
          </section>
        )
      })}
      {retired.length > 0 && (
        <section aria-label={t('ownFields.retiredTitle')} className="flex flex-col gap-2">
          <h3 className="font-semibold">{t('ownFields.retiredTitle')}</h3>
          <p className="text-ink-muted">{t('ownFields.retiredHelp')}</p>
          <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
            {retired.map((field) => (
              <li key={field.id} className="flex min-h-11 items-center px-3 py-1.5">
                <FieldRow definition={field} count={countOf(field)} onAct={act(field, 0)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {open?.dialog === 'edit' && (
        <FieldDialog start={open.start} all={all} onClose={close} {...(open.before && { before: open.before })} />
      )}
      {open?.dialog === 'changeType' && <ChangeTypeDialog definition={open.definition} onClose={close} />}
      {open?.dialog === 'delete' && (
        <DeleteDialog
          definition={open.definition}
          count={open.count}
          onDelete={() => run(deleteField(book, open.definition.id).then(close))}
          onRetire={() => run(retireField(book, open.definition.id, true).then(close))}
          onClose={close}
        />
      )}
    </Section>
  )
}

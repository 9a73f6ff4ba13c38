import { useState } from 'react'

import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { useDistinct } from '../../../read-model/hooks.ts'
import { Button, Dialog, TagInput } from '../../../ui/index.ts'

const SUGGESTED = 300

/** Adds tags to all selected customers and takes others away. */
export const BulkTagsDialog = ({
  count,
  onApply,
  onClose,
}: {
  count: number
  onApply: (add: readonly string[], remove: readonly string[]) => Promise<void>
  onClose: () => void
}) => {
  const { t } = useI18n()
  const tellError = useTellError()
  const { data } = useDistinct('customers', 'tags', SUGGESTED)
  const suggestions = data?.map(({ value }) => value) ?? []
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const ready = add.length + remove.length > 0
  return (
    <Dialog
      isOpen
      size="sm"
      title={t('customers.bulk.tags')}
      description={t('customers.bulk.editHint', { count })}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void onApply(add, remove).catch(tellError)
      }}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={!ready}>
            {t('customers.bulk.apply', { count })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TagInput
          autoFocus
          label={t('customers.bulk.addTags')}
          value={add}
          onChange={setAdd}
          suggestions={suggestions}
        />
        <TagInput
          label={t('customers.bulk.removeTags')}
          value={remove}
          onChange={setRemove}
          suggestions={suggestions}
        />
      </div>
    </Dialog>
  )
}

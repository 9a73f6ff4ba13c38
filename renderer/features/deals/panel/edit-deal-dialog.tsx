import type { Catalog, Deal } from '../../../../shared/domain/index.ts'
import { useBook } from '../../../data/index.ts'
import { formFields, RecordFields, useCatalog, useRecordForm, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog } from '../../../ui/index.ts'

/** Moved, won and lost by their own actions, which keep their dates. */
const byAction = new Set(['pipelineId', 'stageId', 'status'])
const onlyLost = new Set(['lostReason', 'lostDetail'])

const keysOf = (deal: Deal, catalog: Catalog): string[] =>
  formFields('deals', catalog)
    .map(([key]) => key)
    .filter((key) => !byAction.has(key) && (deal.status === 'lost' || !onlyLost.has(key)))

/** All fields of a deal that are typed in. */
export const EditDealDialog = ({
  deal,
  focus = 'title',
  onClose,
}: {
  deal: Deal
  /** The field to begin with. */
  focus?: string | undefined
  onClose: () => void
}) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const catalog = useCatalog()
  const keys = keysOf(deal, catalog)
  const { form, submit, onKeyDown } = useRecordForm({
    noun: 'deals',
    keys,
    before: deal,
    onSave: async (changed, values) => {
      const name = typeof values['title'] === 'string' ? values['title'] : deal.title
      await book
        .write({ key: 'dealChanged', params: { name } }, (draft) => draft.setPaths('deals', deal.id, changed))
        .then(onClose, tellError)
    },
  })
  return (
    <Dialog
      isOpen
      isDirty={form.formState.isDirty}
      title={t('deals.edit')}
      onClose={onClose}
      onSubmit={(event) => void submit(event)}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isPending={form.formState.isSubmitting}>
            {t('deals.save')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter in any field saves */}
      <div onKeyDown={onKeyDown}>
        <RecordFields noun="deals" form={form} only={keys} autoFocus={focus} />
      </div>
    </Dialog>
  )
}

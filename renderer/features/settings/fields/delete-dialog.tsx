import type { CustomField } from '../../../../shared/domain/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import { nameIn } from './definition-draft.ts'

/** Asks before a field goes. One that records hold values in is only retired. */
export const DeleteDialog = ({
  definition,
  count,
  onDelete,
  onRetire,
  onClose,
}: {
  definition: CustomField
  count: number
  onDelete: () => void
  onRetire: () => void
  onClose: () => void
}) => {
  const { t, language } = useI18n()
  const name = nameIn(definition.names ?? {}, language)
  return (
    <Dialog
      isOpen
      size="sm"
      title={t('ownFields.deleteTitle', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          {count === 0 ? (
            <Button variant="danger" onPress={onDelete}>
              {t('ownFields.delete')}
            </Button>
          ) : (
            !definition.retired && (
              <Button variant="primary" onPress={onRetire}>
                {t('ownFields.retire')}
              </Button>
            )
          )}
        </>
      }
    >
      <p>{count === 0 ? t('ownFields.deleteText') : t('ownFields.deleteHeld', { count })}</p>
    </Dialog>
  )
}

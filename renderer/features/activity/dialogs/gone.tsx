import { SearchX } from 'lucide-react'

import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, EmptyState } from '../../../ui/index.ts'

/** In the place of a record that was erased while it was about to be opened. */
export const Gone = ({ onClose }: { onClose: () => void }) => {
  const { t } = useI18n()
  return (
    <Dialog isOpen size="sm" title={t('activity.gone')} onClose={onClose}>
      <EmptyState
        small
        icon={SearchX}
        title={t('activity.gone')}
        action={<Button onPress={onClose}>{t('ui.close')}</Button>}
      />
    </Dialog>
  )
}

import { useState } from 'react'

import { useI18n } from '../i18n/index.ts'
import { Button, Dialog, TextField } from '../ui/index.ts'

/** Asks what a saved view is called. */
export const ViewNameDialog = ({
  title,
  name,
  onName,
  onClose,
}: {
  title: string
  name: string
  onName: (name: string) => Promise<void>
  onClose: () => void
}) => {
  const { t } = useI18n()
  const [text, setText] = useState(name)
  const wanted = text.trim()
  return (
    <Dialog
      isOpen
      size="sm"
      title={title}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== '') void onName(wanted)
      }}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={wanted === ''}>
            {t('customers.save')}
          </Button>
        </>
      }
    >
      <TextField autoFocus label={t('customers.views.name')} value={text} onChange={setText} />
    </Dialog>
  )
}

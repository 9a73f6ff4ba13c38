import { Copy, QrCode as QrIcon, TriangleAlert } from 'lucide-react'
import { useState } from 'react'

import { useDesktop } from '../../../desktop/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, Icon, TextArea, toast } from '../../../ui/index.ts'
import { QrCode } from '../code/qr-code.tsx'

const Code = ({ code }: { code: string }) => {
  const { t } = useI18n()
  const tellError = useTellError()
  const copy = () => {
    navigator.clipboard.writeText(code).then(() => toast({ message: t('secrets.copied') }), tellError)
  }
  return (
    <div className="flex flex-col items-center gap-4 sm:flex-row sm:items-start">
      <div className="w-64 flex-none">
        <QrCode text={code} label={t('sync.code.title')} />
      </div>
      <div className="flex w-full min-w-0 flex-1 flex-col items-start gap-3">
        <TextArea
          className="w-full"
          label={t('sync.code.asText')}
          rows={3}
          isReadOnly
          value={code}
          onChange={() => {}}
        />
        <Button icon={Copy} onPress={copy}>
          {t('secrets.copy')}
        </Button>
      </div>
    </div>
  )
}

/** Shows what another device needs to join, after a deliberate press: whoever sees it can read the book. */
export const AddDeviceDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useI18n()
  const desktop = useDesktop()
  const tellError = useTellError()
  const [code, setCode] = useState<string>()
  const show = () => {
    desktop.call('sync.code', {}).then((answer) => setCode(answer.code), tellError)
  }
  return (
    <Dialog
      isOpen
      size={code === undefined ? 'sm' : 'lg'}
      title={t('sync.addDeviceTitle')}
      onClose={onClose}
      footer={<Button onPress={onClose}>{t('ui.close')}</Button>}
    >
      <div className="flex flex-col gap-4">
        <p>{t('sync.addDevice.how')}</p>
        <p className="flex items-start gap-2 text-amber">
          <Icon of={TriangleAlert} className="mt-px" />
          <span>{t('sync.addDevice.warning')}</span>
        </p>
        {code === undefined ? (
          <div>
            <Button variant="primary" icon={QrIcon} onPress={show}>
              {t('sync.addDevice.show')}
            </Button>
          </div>
        ) : (
          <Code code={code} />
        )}
      </div>
    </Dialog>
  )
}

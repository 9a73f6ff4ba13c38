import { useEffect, useState } from 'react'

import type { DesktopOutput } from '../../../shared/desktop-api.ts'
import { useDesktop } from '../../desktop/index.ts'
import { useTellError } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, FieldList, FieldRow } from '../../ui/index.ts'
import { openDialog } from '../../view-state/index.ts'
import { Section } from './section.tsx'

type HostInfo = DesktopOutput<'host.info'>

/** What the desktop side says of itself; undefined while it is asked. */
export const useHostInfo = (): HostInfo | undefined => {
  const desktop = useDesktop()
  const tellError = useTellError()
  const [info, setInfo] = useState<HostInfo>()
  useEffect(() => {
    desktop.call('host.info', {}).then(setInfo, tellError)
  }, [desktop, tellError])
  return info
}

export const AboutSettings = () => {
  const { t } = useI18n()
  const info = useHostInfo()
  return (
    <Section title="Fairbook" help={t('settings.promise')}>
      {info && (
        <FieldList>
          <FieldRow label={t('settings.version')}>{info.version}</FieldRow>
          <FieldRow label={t('settings.host')}>{t(`settings.host.${info.host}`)}</FieldRow>
          <FieldRow label={t('settings.licence')}>MIT</FieldRow>
        </FieldList>
      )}
      <div>
        <Button onPress={() => openDialog({ kind: 'keys' })}>{t('settings.keys')}</Button>
      </div>
    </Section>
  )
}

import { FolderOpen } from 'lucide-react'
import { useState } from 'react'

import { useDesktop } from '../../../desktop/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, TextField } from '../../../ui/index.ts'

/** A folder of this computer: typed, or chosen where the host can ask for it. */
export const FolderField = ({
  path,
  onChange,
  error,
}: {
  path: string
  onChange: (path: string) => void
  error: string | undefined
}) => {
  const { t } = useI18n()
  const desktop = useDesktop()
  const tellError = useTellError()
  const [canBrowse, setCanBrowse] = useState(true)
  const browse = () => {
    desktop.call('shell.chooseFolder', {}).then(({ supported, path: chosen }) => {
      setCanBrowse(supported)
      if (chosen !== null) onChange(chosen)
    }, tellError)
  }
  return (
    <div className="flex items-start gap-2">
      <TextField
        autoFocus
        isRequired
        className="flex-1"
        label={t('sync.folder.path')}
        description={canBrowse ? t('sync.folder.pathHelp') : t('sync.folder.typeIt')}
        placeholder="/media/stick/fairbook"
        errorMessage={error}
        value={path}
        onChange={onChange}
      />
      {canBrowse && (
        <Button icon={FolderOpen} className="mt-[23px]" onPress={browse}>
          {t('sync.folder.browse')}
        </Button>
      )}
    </div>
  )
}

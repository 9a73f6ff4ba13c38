import { Camera as CameraIcon, ImageUp } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'

import { useI18n } from '../../../i18n/index.ts'
import { Button, TextArea } from '../../../ui/index.ts'
import { Camera } from './camera.tsx'
import { readPictureFile } from './read-picture.ts'

/** Takes the code of another device: through the camera, from a picture, or as text. */
export const CodeInput = ({
  value,
  onChange,
  error,
}: {
  value: string
  onChange: (text: string) => void
  error: string | undefined
}) => {
  const { t } = useI18n()
  const [isLooking, setLooking] = useState(false)
  const [isBlank, setBlank] = useState(false)
  const take = (text: string) => {
    setLooking(false)
    setBlank(false)
    onChange(text)
  }
  const readFile = async (file: File): Promise<void> => {
    const text = await readPictureFile(file).catch(() => undefined)
    if (text === undefined) setBlank(true)
    else take(text)
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-muted">{t('sync.code.where')}</p>
      {isLooking ? (
        <Camera onCode={take} onClose={() => setLooking(false)} />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button icon={CameraIcon} onPress={() => setLooking(true)}>
            {t('sync.code.useCamera')}
          </Button>
          <FileTrigger
            acceptedFileTypes={['image/*']}
            onSelect={(files) => {
              const [file] = files ?? []
              if (file) void readFile(file)
            }}
          >
            <Button icon={ImageUp}>{t('sync.code.picture')}</Button>
          </FileTrigger>
        </div>
      )}
      {isBlank && (
        <p role="alert" className="text-red">
          {t('sync.code.notFound')}
        </p>
      )}
      <TextArea
        autoFocus
        label={t('sync.code.text')}
        rows={3}
        errorMessage={error}
        value={value}
        onChange={(text) => take(text)}
      />
    </div>
  )
}

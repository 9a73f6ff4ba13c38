import { useEffect, useRef, useState } from 'react'

import { useI18n } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { PATIENCE, readPicture } from './read-picture.ts'

const BETWEEN_LOOKS = 120

/** Looks through the camera until it sees a QR code. The camera is off as soon as this is not on the screen. */
export const Camera = ({ onCode, onClose }: { onCode: (text: string) => void; onClose: () => void }) => {
  const { t } = useI18n()
  const video = useRef<HTMLVideoElement>(null)
  const give = useRef(onCode)
  give.current = onCode
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    let stream: MediaStream | undefined
    const look = async (): Promise<void> => {
      const element = video.current
      if (!wanted || !element) return
      if (element.videoWidth > 0) {
        const frame = await createImageBitmap(element)
        const text = await readPicture(frame, PATIENCE.camera)
        frame.close()
        if (!wanted) return
        if (text !== undefined) return give.current(text)
      }
      timer = setTimeout(() => void look().catch(() => wanted && setFailed(true)), BETWEEN_LOOKS)
    }
    const open = async (): Promise<void> => {
      const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false })
      stream = opened
      if (!wanted || !video.current) return stop()
      video.current.srcObject = opened
      await video.current.play()
      await look()
    }
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    open().catch(() => wanted && setFailed(true))
    return () => {
      wanted = false
      clearTimeout(timer)
      stop()
    }
  }, [])

  if (failed)
    return (
      <p role="alert" className="text-red">
        {t('sync.code.noCamera')}
      </p>
    )
  return (
    <div className="flex flex-col items-start gap-2">
      <video ref={video} muted playsInline aria-label={t('sync.code.camera')} className="w-full rounded-lg bg-sunk" />
      <Button onPress={onClose}>{t('sync.code.stopCamera')}</Button>
    </div>
  )
}

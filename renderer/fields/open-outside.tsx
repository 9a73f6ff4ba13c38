import type { ReactNode } from 'react'

import { AppError } from '../../shared/app-error.ts'
import { useDesktop } from '../desktop/index.ts'
import { useI18n } from '../i18n/index.ts'
import { toast } from '../ui/index.ts'

/** Says what went wrong, in the user's language, in a toast that stays. */
export const useTellError = () => {
  const { tx } = useI18n()
  return (error: unknown) => {
    const { code, params } = error instanceof AppError ? error : new AppError('internal', {}, error)
    toast({ message: tx(`error.${code}`, code, params), tone: 'bad' })
  }
}

/** Opens a tel:, mailto: or web address with the system's program for it. */
export const useOpenOutside = (): ((url: string) => void) => {
  const desktop = useDesktop()
  const tellError = useTellError()
  return (url) => void desktop.call('shell.open', { url }).catch(tellError)
}

/** A text that opens something outside the window: looks and works like a link. */
export const OutsideLink = ({ url, label, children }: { url: string; label: string; children: ReactNode }) => {
  const open = useOpenOutside()
  return (
    <button
      type="button"
      aria-label={label}
      onClick={() => open(url)}
      className="max-w-full cursor-pointer break-words rounded-sm text-start hover:text-accent hover:underline"
    >
      {children}
    </button>
  )
}

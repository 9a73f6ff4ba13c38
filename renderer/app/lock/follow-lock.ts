import { AppError } from '../../../shared/app-error.ts'
import type { Desktop } from '../../../shared/desktop-api.ts'

/**
 * The desktop side, watched for the book being locked: by this window, by another, or by the system going to sleep. Once
 * the book has been open, `onLocked` hears of the first call that says so.
 */
export const followLock = (desktop: Desktop, onLocked: () => void): Desktop => {
  let isOpen = false
  const tell = () => {
    if (isOpen) onLocked()
    isOpen = false
  }
  return {
    ...desktop,
    call: async (name, input) => {
      try {
        const answer = await desktop.call(name, input)
        if (name === 'book.open') isOpen = true
        if (name === 'lock.close') tell()
        return answer
      } catch (error) {
        if (error instanceof AppError && error.code === 'locked') tell()
        throw error
      }
    },
  }
}

import { createContext, use } from 'react'

import type { Desktop } from '../../shared/desktop-api.ts'

const DesktopContext = createContext<Desktop | undefined>(undefined)

export const DesktopProvider = DesktopContext.Provider

/** The desktop side of the window. Only inside `DesktopProvider`. */
export const useDesktop = (): Desktop => {
  const desktop = use(DesktopContext)
  if (!desktop) throw new Error('useDesktop outside DesktopProvider')
  return desktop
}

import type { Prefs } from '../view-state/index.ts'

/** Light or dark by choice; without one the system's holds. */
export const applyTheme = (theme: Prefs['theme']): void => {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
}

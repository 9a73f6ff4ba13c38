import { useEffect, useState } from 'react'

import type { Desktop } from '../../shared/desktop-api.ts'
import { type I18n, I18nRoot, isLanguage, languageOf } from '../i18n/index.ts'
import { usePrefs } from '../view-state/index.ts'
import { Startup } from './startup.tsx'
import { applyTheme } from './theme.ts'

/** The whole window: its language and theme, then the book. */
export const App = ({ i18n, desktop }: { i18n: I18n; desktop: Desktop }) => {
  const theme = usePrefs((prefs) => prefs.theme)
  const chosen = usePrefs((prefs) => prefs.language)
  const [bookLanguage, setBookLanguage] = useState<string>()
  useEffect(() => applyTheme(theme), [theme])
  const fallback = isLanguage(bookLanguage) ? bookLanguage : languageOf(navigator.languages)
  return (
    <I18nRoot initial={i18n} language={chosen ?? fallback}>
      <Startup desktop={desktop} onBookLanguage={setBookLanguage} />
    </I18nRoot>
  )
}

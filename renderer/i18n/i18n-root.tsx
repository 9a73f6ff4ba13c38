import { createContext, type ReactNode, use, useEffect, useLayoutEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'

import { type I18n, loadI18n } from './i18n.ts'
import type { Language } from './languages.ts'

const I18nContext = createContext<I18n | null>(null)

/**
 * The tag for the components. A tag that names its digits makes their fields refuse all others; Persian has its own
 * digits without being told.
 */
const componentTag = (locale: string): string => locale.replace(/-nu-\w+$/, '')

/**
 * Gives the language to everything below. `initial` is loaded before the first render, so that no text flickers; when
 * `language` changes, the old one stays until the new one is there.
 */
export const I18nRoot = ({
  initial,
  language,
  children,
}: {
  initial: I18n
  language: Language
  children: ReactNode
}) => {
  const [i18n, setI18n] = useState(initial)
  useEffect(() => {
    let wanted = true
    void loadI18n(language).then((loaded) => {
      if (wanted) setI18n((current) => (current.language === language ? current : loaded))
    })
    return () => {
      wanted = false
    }
  }, [language])
  useLayoutEffect(() => {
    document.documentElement.lang = i18n.language
    document.documentElement.dir = i18n.dir
  }, [i18n])
  return (
    <I18nContext value={i18n}>
      <I18nProvider locale={componentTag(i18n.locale)}>{children}</I18nProvider>
    </I18nContext>
  )
}

/** The language of the window. */
export const useI18n = (): I18n => {
  const i18n = use(I18nContext)
  if (!i18n) throw new Error('useI18n outside I18nRoot')
  return i18n
}

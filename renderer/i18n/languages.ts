/** The languages of the window, in the order they are offered. */
export const languages = ['en', 'fa', 'lt', 'ru'] as const
export type Language = (typeof languages)[number]

/** BCP 47 tag (with calendar and digits), writing direction, and the language's own name. */
export const languageInfo = {
  en: { tag: 'en-GB', dir: 'ltr', name: 'English' },
  fa: { tag: 'fa-IR-u-ca-persian-nu-arabext', dir: 'rtl', name: 'فارسی' },
  lt: { tag: 'lt-LT', dir: 'ltr', name: 'Lietuvių' },
  ru: { tag: 'ru-RU', dir: 'ltr', name: 'Русский' },
} as const satisfies Record<Language, { tag: string; dir: 'ltr' | 'rtl'; name: string }>

export const isLanguage = (text: string | undefined): text is Language =>
  text !== undefined && languages.some((language) => language === text)

/** The first of the wanted tags (`navigator.languages`) that is one of ours; English if none is. */
export const languageOf = (wanted: readonly string[]): Language =>
  wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'

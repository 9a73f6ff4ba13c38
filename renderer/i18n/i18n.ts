import { type DateFormats, dateFormats } from './dates.ts'
import { type Language, languageInfo } from './languages.ts'
import { type NumberFormats, numberFormats } from './numbers.ts'
import { createTranslator, type Messages, type Translator } from './translator.ts'

type Formats = NumberFormats &
  DateFormats & {
    list: (items: readonly string[], type?: 'and' | 'or') => string
  }

/** A language at work: its messages, formats and order. */
export type I18n = Translator & {
  language: Language
  /** BCP 47 tag with calendar and digits. */
  locale: string
  dir: 'ltr' | 'rtl'
  format: Formats
  /** The order of names in this language; digits inside by value. */
  compare: (a: string, b: string) => number
}

export const createI18n = (language: Language, messages: Messages): I18n => {
  const { tag, dir } = languageInfo[language]
  const and = new Intl.ListFormat(tag, { type: 'conjunction' })
  const or = new Intl.ListFormat(tag, { type: 'disjunction' })
  return {
    ...createTranslator(tag, messages),
    language,
    locale: tag,
    dir,
    format: {
      ...numberFormats(tag),
      ...dateFormats(tag),
      list: (items, type = 'and') => (type === 'and' ? and : or).format(items),
    },
    compare: new Intl.Collator(tag, { numeric: true }).compare,
  }
}

const loaders = {
  en: () => import('./messages/en/index.ts'),
  fa: () => import('./messages/fa/index.ts'),
  lt: () => import('./messages/lt/index.ts'),
  ru: () => import('./messages/ru/index.ts'),
} as const satisfies Record<Language, () => Promise<{ messages: Messages }>>

/** Loads the messages of one language only. Usable outside React too (a report in another language). */
export const loadI18n = async (language: Language): Promise<I18n> =>
  createI18n(language, (await loaders[language]()).messages)

import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'

import { createI18n, type Language, languageInfo, languages } from '../../../../renderer/i18n/index.ts'
import { messages as en } from '../../../../renderer/i18n/messages/en/index.ts'
import { messages as fa } from '../../../../renderer/i18n/messages/fa/index.ts'
import { messages as lt } from '../../../../renderer/i18n/messages/lt/index.ts'
import { messages as ru } from '../../../../renderer/i18n/messages/ru/index.ts'
import { sameInEveryLanguage } from './same-in-every-language.ts'

const all: Record<Language, Record<string, string>> = { en, fa, lt, ru }
const others = languages.filter((language) => language !== 'en')

/** The arguments of a message with their kinds, those inside plurals included. */
const argumentsOf = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element): string[] => {
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      // A language without plural forms may write the number only.
      const kind = element.type === TYPE.plural ? 'number' : 'select'
      const inner = Object.values(element.options).flatMap(({ value }) => argumentsOf(value))
      return [`${element.value}:${kind}`, ...inner]
    }
    if (element.type === TYPE.argument) return [`${element.value}:text`]
    if (element.type === TYPE.number) return [`${element.value}:number`]
    if (element.type === TYPE.date || element.type === TYPE.time) return [`${element.value}:date`]
    return []
  })

/** Whether a message has words of its own, not only arguments and signs. */
const hasWords = (elements: readonly MessageFormatElement[]): boolean =>
  elements.some(
    (element) =>
      element.type === TYPE.plural ||
      element.type === TYPE.select ||
      (element.type === TYPE.literal && /\p{L}/u.test(element.value)),
  )

const argumentSet = (message: string): string[] => [...new Set(argumentsOf(parse(message)))].sort()

/** The plural forms that a message writes out. */
const pluralForms = (elements: readonly MessageFormatElement[]): string[][] =>
  elements.flatMap((element): string[][] => {
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
    const inner = Object.values(element.options).flatMap(({ value }) => pluralForms(value))
    const own = Object.keys(element.options).filter((form) => !form.startsWith('='))
    return element.type === TYPE.plural && element.pluralType === 'cardinal' ? [own, ...inner] : inner
  })

describe.each(languages)('%s', (language) => {
  test('every message parses', () => {
    const broken = Object.entries(all[language]).filter(([, message]) => {
      try {
        parse(message)
        return false
      } catch {
        return true
      }
    })
    expect(broken).toEqual([])
  })

  test('every plural has the forms of the language', () => {
    const needed = new Intl.PluralRules(languageInfo[language].tag).resolvedOptions().pluralCategories
    const lacking = Object.entries(all[language]).filter(([, message]) =>
      pluralForms(parse(message)).some((forms) => needed.some((form) => !forms.includes(form))),
    )
    expect(lacking.map(([key]) => key)).toEqual([])
  })
})

describe.each(others)('%s beside English', (language) => {
  test('has exactly the keys of English', () => {
    expect(Object.keys(all[language]).sort()).toEqual(Object.keys(en).sort())
  })

  test('uses the same arguments', () => {
    const different = Object.entries<string>(en).filter(([key, message]) => {
      const other = all[language][key]
      return other !== undefined && String(argumentSet(other)) !== String(argumentSet(message))
    })
    expect(different.map(([key]) => key)).toEqual([])
  })

  test('is translated', () => {
    const same = Object.entries<string>(en).filter(
      ([key, message]) =>
        all[language][key] === message && hasWords(parse(message)) && !sameInEveryLanguage.has(message),
    )
    expect(same).toEqual([])
  })
})

describe('a message at work', () => {
  const { t, tx } = createI18n('fa', fa)

  test('counts in the digits and forms of the language', () => {
    expect(t('ui.selected', { count: 12 })).toContain('۱۲')
    const russian = createI18n('ru', ru)
    expect([1, 2, 5].map((count) => russian.t('app.paletteCount', { count }))).toEqual([
      '1 результат',
      '2 результата',
      '5 результатов',
    ])
  })

  test('of an unknown key is the fallback', () => {
    expect(tx('field.customers.unheardOf', 'unheardOf')).toBe('unheardOf')
  })

  test('without its parameters still says the rest', () => {
    expect(t('ui.create')).toBe('ساختن «»')
    expect(createI18n('en', en).tx('error.syncNoBook', '')).toMatch(/^There is no book there\./)
  })
})

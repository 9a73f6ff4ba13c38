import type { Language } from '../../../renderer/i18n/languages.ts'
import { messages as en } from '../../../renderer/i18n/messages/en/index.ts'
import { messages as fa } from '../../../renderer/i18n/messages/fa/index.ts'
import { messages as lt } from '../../../renderer/i18n/messages/lt/index.ts'
import { messages as ru } from '../../../renderer/i18n/messages/ru/index.ts'

/** The words of the window in each language, by key. */
export const words = { en, fa, lt, ru } as const satisfies Record<Language, Record<string, string>>

const foreign = new Set<string>([fa, lt, ru].flatMap((messages) => Object.values(messages)))
const SIMPLE_HOLES = /\{\w+(?:, number)?\}/g
/** So many letters beside its holes make a text English beyond doubt. */
const LETTERS = 5

const lettersOf = (text: string): number => text.replaceAll(SIMPLE_HOLES, '').replaceAll(/[^A-Za-z]/g, '').length
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Messages that read otherwise in every other language. */
const onlyEnglish = Object.values(en).filter((text) => text.length > 3 && !foreign.has(text))
const whole = new Set<string>(onlyEnglish.filter((text) => !text.includes('{')))
const patterns = onlyEnglish
  .filter((text) => text.includes('{') && !text.replaceAll(SIMPLE_HOLES, '').includes('{') && lettersOf(text) > LETTERS)
  .map((text) => new RegExp(`^${text.split(SIMPLE_HOLES).map(escaped).join('.+')}$`, 's'))

/** What the components say by themselves to screen readers where they do not speak the language: not all do. */
const ofComponents =
  /^(Calendar|Clear search|Close|Decrease|Dismiss|Empty|Increase|Next|Notifications|Previous|Remove|Select an item|Select…|Show suggestions|Suggestions)\b/

/** Whether a text is one of the window's own English ones. */
export const isEnglish = (text: string): boolean =>
  whole.has(text) || ofComponents.test(text) || patterns.some((pattern) => pattern.test(text))

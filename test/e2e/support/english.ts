import { messages as english } from '../../../renderer/i18n/messages/en/index.ts'
import { messages as persian } from '../../../renderer/i18n/messages/fa/index.ts'
import { messages as lithuanian } from '../../../renderer/i18n/messages/lt/index.ts'
import { messages as russian } from '../../../renderer/i18n/messages/ru/index.ts'

const alike = new Set([persian, lithuanian, russian].flatMap((messages) => Object.values(messages)))

/** Texts that exist in English only: seeing one on a page in another language is a fault. */
export const en: ReadonlySet<string> = new Set(
  Object.values(english).filter((text) => text.length > 3 && !text.includes('{') && !alike.has(text)),
)

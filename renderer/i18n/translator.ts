import { IntlMessageFormat } from 'intl-messageformat'

import type { messages } from './messages/en/index.ts'

/** The key of a message, as the English file has them. */
export type MessageKey = keyof typeof messages
/** Arguments of a message. Write `{n, number}` in a message, not `{n}`, so that digits follow the language. */
export type MessageParams = Record<string, string | number>
export type Messages = Readonly<Record<string, string>>

export type Translator = {
  /** The message of a known key. */
  t: (key: MessageKey, params?: MessageParams) => string
  /** The message of a key put together at run time (`field.customers.email`), or the fallback where there is none. */
  tx: (key: string, fallback: string, params?: MessageParams) => string
}

/** A parameter that was not given is left out: half a message helps more than none. */
const formatted = (message: IntlMessageFormat, params: MessageParams | undefined): string => {
  try {
    return String(message.format(params))
  } catch {
    const blanks = new Proxy<MessageParams>(params ?? {}, {
      has: () => true,
      get: (known, name) => known[String(name)] ?? '',
    })
    return String(message.format(blanks))
  }
}

/** Compiles each message once, when it is first used. */
export const createTranslator = (tag: string, messages: Messages): Translator => {
  const compiled = new Map<string, IntlMessageFormat>()
  const translate = (key: string, fallback: string, params: MessageParams | undefined): string => {
    const known = compiled.get(key)
    if (known) return formatted(known, params)
    const message = messages[key]
    if (message === undefined) return fallback
    const format = new IntlMessageFormat(message, tag)
    compiled.set(key, format)
    return formatted(format, params)
  }
  return {
    t: (key, params) => translate(key, key, params),
    tx: (key, fallback, params) => translate(key, fallback, params),
  }
}

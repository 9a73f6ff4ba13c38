import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'

import { errors as enErrors } from '../../../../renderer/i18n/messages/en/errors.ts'
import { fields as enFields } from '../../../../renderer/i18n/messages/en/fields.ts'
import { options as enOptions } from '../../../../renderer/i18n/messages/en/options.ts'
import { writes as enWrites } from '../../../../renderer/i18n/messages/en/writes.ts'
import { errors as faErrors } from '../../../../renderer/i18n/messages/fa/errors.ts'
import { fields as faFields } from '../../../../renderer/i18n/messages/fa/fields.ts'
import { options as faOptions } from '../../../../renderer/i18n/messages/fa/options.ts'
import { writes as faWrites } from '../../../../renderer/i18n/messages/fa/writes.ts'
import { errors as ltErrors } from '../../../../renderer/i18n/messages/lt/errors.ts'
import { fields as ltFields } from '../../../../renderer/i18n/messages/lt/fields.ts'
import { options as ltOptions } from '../../../../renderer/i18n/messages/lt/options.ts'
import { writes as ltWrites } from '../../../../renderer/i18n/messages/lt/writes.ts'
import { errors as ruErrors } from '../../../../renderer/i18n/messages/ru/errors.ts'
import { fields as ruFields } from '../../../../renderer/i18n/messages/ru/fields.ts'
import { options as ruOptions } from '../../../../renderer/i18n/messages/ru/options.ts'
import { writes as ruWrites } from '../../../../renderer/i18n/messages/ru/writes.ts'
import { errorCodes } from '../../../../shared/app-error.ts'
import { noticeSchema } from '../../../../shared/desktop-api.ts'
import {
  addressKinds,
  type Field,
  initialListItems,
  initialPipeline,
  labels,
  listNames,
  type NounName,
  nouns,
  plainCatalog,
  writeKeys,
} from '../../../../shared/domain/index.ts'

const languages: Record<string, Record<string, string>> = {
  en: { ...enFields, ...enOptions, ...enWrites, ...enErrors },
  fa: { ...faFields, ...faOptions, ...faWrites, ...faErrors },
  lt: { ...ltFields, ...ltOptions, ...ltWrites, ...ltErrors },
  ru: { ...ruFields, ...ruOptions, ...ruWrites, ...ruErrors },
}

const listed: readonly NounName[] = ['customers', 'deals', 'interactions', 'tasks']
const ofFields = Object.entries(nouns).flatMap(([noun, { fields }]) =>
  Object.entries<Field>(fields).flatMap(([name, { options = [] }]) => [
    `field.${noun}.${name}`,
    ...options.map((option) => `option.${noun}.${name}.${option}`),
  ]),
)
/** Every key that the program makes from the names of its data. */
const keys = [
  ...Object.keys(nouns).flatMap((noun) => [`noun.${noun}`, `noun.${noun}.title`]),
  ...ofFields,
  ...listed.flatMap((noun) => plainCatalog.columns(noun).map(({ key }) => `field.${noun}.${key}`)),
  ...addressKinds.map((kind) => `option.address.kind.${kind}`),
  ...labels.map((label) => `option.entry.label.${label}`),
  ...listNames.map((list) => `listName.${list}`),
  ...initialListItems.map(({ id }) => `list.${id}`),
  ...Object.keys(initialPipeline.stages).map((id) => `stage.${id}`),
  `pipeline.${initialPipeline.id}`,
  ...writeKeys.map((key) => `write.${key}`),
  ...errorCodes.map((code) => `error.${code}`),
  ...noticeSchema.shape.kind.options.map((kind) => `notice.${kind}`),
]

describe.each(Object.keys(languages))('texts in %s', (language) => {
  const texts = languages[language] ?? {}

  it('name everything that data can name', () => {
    expect(keys.filter((key) => !texts[key])).toEqual([])
  })

  it('are valid messages that use the parameters they are given', () => {
    const params = {
      count: 3,
      name: 'N',
      stage: 'S',
      path: 'P',
      limit: 'L',
      by: 'B',
      email: 'E',
      country: 'C',
      filled: 1,
      total: 2,
      place: 'P',
      why: 'name',
      to: 'T',
      direction: 'out',
      minutes: 3,
      seconds: 3,
    }
    for (const text of Object.values(texts)) {
      const printed = new IntlMessageFormat(text, language).format(params)
      expect(String(printed)).not.toMatch(/[{}#]/)
    }
  })
})

/** Those that always come with the folder, or the place and the numbers, that they are about. */
const withPath =
  /^error\.(diskFull|readOnly|noAccess|folderMissing|bookInUse|tooManyAttempts|sync(Unreachable|Certificate|Login|Forbidden|NotAServer|NoBook|NotEmpty|TargetChanged|Busy|Full|WouldRemove|Clock))$|^notice\.damaged(Lines|Snapshot)$/

describe('errors and notices', () => {
  it.each(Object.keys(languages))('need no parameter that may be missing, in %s', (language) => {
    for (const [key, text] of Object.entries(languages[language] ?? {})) {
      if (!/^(error|notice)\./.test(key) || withPath.test(key)) continue
      expect(() => new IntlMessageFormat(text, language).format()).not.toThrow()
    }
  })
})

describe('plurals', () => {
  const say = (language: string, count: number) =>
    new IntlMessageFormat(languages[language]?.['noun.deals'] ?? '', language).format({ count })

  it('follow each language', () => {
    expect([1, 2, 10, 21].map((count) => say('lt', count))).toEqual([
      '1 sandoris',
      '2 sandoriai',
      '10 sandorių',
      '21 sandoris',
    ])
    expect([1, 3, 5, 21].map((count) => say('ru', count))).toEqual(['1 сделка', '3 сделки', '5 сделок', '21 сделка'])
    expect(say('fa', 5)).toBe('۵ معامله')
  })
})

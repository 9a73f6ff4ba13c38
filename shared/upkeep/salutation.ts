import type { Customer } from '../domain/index.ts'

type Named = Pick<Customer, 'givenName' | 'familyName'>
type Gender = 'f' | 'm'

/** Endings of Lithuanian surnames in the vocative, by their nominative. The first that fits holds. */
const vocative: readonly (readonly [ending: RegExp, Gender, string])[] = [
  [/ienė$/u, 'f', 'iene'],
  [/(ait|yt|ut|ūt)ė$/u, 'f', '$1e'],
  [/ė$/u, 'f', 'e'],
  [/as$/u, 'm', 'ai'],
  [/is$/u, 'm', 'i'],
  [/ys$/u, 'm', 'y'],
  [/us$/u, 'm', 'au'],
]

const lithuanian = ({ familyName = '' }: Named): string | undefined => {
  const name = familyName.normalize('NFC').trim()
  const [ending, gender, called] = vocative.find(([pattern]) => pattern.test(name)) ?? []
  if (ending === undefined || called === undefined) return undefined
  return `${gender === 'f' ? 'Gerb. ponia' : 'Gerb. pone'} ${name.replace(ending, called)}`
}

const RUSSIAN_FEMALE = /(ова|ева|ёва|ина|ына|ская|цкая|ная)$/u
const RUSSIAN_MALE = /(ов|ев|ёв|ин|ын|ский|цкий|ной|ный)$/u
const PATRONYMIC = /\s\p{Lu}\p{L}+(вна|чна|вич|ич)$/u

const russianGender = ({ givenName = '', familyName = '' }: Named): Gender | undefined => {
  const patronymic = PATRONYMIC.exec(` ${givenName.trim()}`)?.[1]
  if (patronymic !== undefined) return patronymic.endsWith('на') ? 'f' : 'm'
  if (RUSSIAN_FEMALE.test(familyName)) return 'f'
  return RUSSIAN_MALE.test(familyName) ? 'm' : undefined
}

const russian = (named: Named): string | undefined => {
  const gender = russianGender(named)
  if (gender === undefined) return undefined
  const name = PATRONYMIC.test(` ${named.givenName ?? ''}`) ? named.givenName : undefined
  if (name !== undefined) return `${gender === 'f' ? 'Уважаемая' : 'Уважаемый'} ${name.trim()}`
  return `${gender === 'f' ? 'Уважаемая госпожа' : 'Уважаемый господин'} ${(named.familyName ?? '').trim()}`
}

const persian = ({ givenName, familyName }: Named): string | undefined => {
  const name = [givenName, familyName].filter(Boolean).join(' ').trim()
  return name === '' ? undefined : `${name} گرامی`
}

const byLanguage: Readonly<Record<string, (named: Named) => string | undefined>> = {
  lt: lithuanian,
  ru: russian,
  fa: persian,
}

/**
 * How to begin a letter to someone in a language, where the name's form tells it: Lithuanian and Russian surnames show
 * the gender, Persian needs none. Nothing where it would be a guess.
 */
export const salutationOf = (named: Named, language: string): string | undefined => byLanguage[language]?.(named)

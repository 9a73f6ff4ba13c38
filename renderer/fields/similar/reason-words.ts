import type { MatchReason } from '../../../shared/matching/index.ts'

/** What speaks for one, and what against it: each a text `duplicates.reason.<word>`. */
const words = {
  givenName: {
    exact: 'givenName',
    transliterated: 'nameScript',
    nickname: 'nickname',
    close: 'nameClose',
    sounds: 'nameSounds',
    initial: 'nameInitial',
    part: 'namePart',
    swapped: 'nameSwapped',
    similar: 'nameSimilar',
    differs: 'givenNameDiffers',
  },
  familyName: {
    exact: 'familyName',
    transliterated: 'nameScript',
    stem: 'nameForm',
    close: 'nameClose',
    sounds: 'nameSounds',
    initial: 'nameInitial',
    part: 'namePart',
    swapped: 'nameSwapped',
    similar: 'nameSimilar',
    differs: 'familyNameDiffers',
  },
  company: {
    exact: 'company',
    form: 'companyForm',
    transliterated: 'companyScript',
    close: 'companyClose',
    part: 'companyPart',
    differs: 'companyDiffers',
  },
  email: {
    exact: 'email',
    shared: 'emailShared',
    close: 'emailClose',
    local: 'emailLocal',
    domain: 'emailDomain',
    differs: 'emailDiffers',
  },
  phone: { exact: 'phone', close: 'phoneClose', differs: 'phoneDiffers' },
  street: {
    exact: 'street',
    close: 'streetClose',
    part: 'streetClose',
    similar: 'streetClose',
    street: 'streetClose',
    differs: 'streetDiffers',
  },
  city: {
    exact: 'city',
    transliterated: 'city',
    close: 'cityClose',
    part: 'cityClose',
    similar: 'cityClose',
    differs: 'cityDiffers',
  },
  region: { exact: 'region', close: 'region', differs: 'regionDiffers' },
  postcode: { exact: 'postcode', close: 'postcodeClose', area: 'postcodeClose', differs: 'postcodeDiffers' },
  country: { exact: 'country', differs: 'countryDiffers' },
  birthday: {
    exact: 'birthday',
    swapped: 'birthdayClose',
    close: 'birthdayClose',
    similar: 'birthdayClose',
    differs: 'birthdayDiffers',
  },
  identifier: { exact: 'identifier', close: 'identifierClose', differs: 'identifierDiffers' },
  relation: { household: 'household', colleagues: 'colleagues' },
  record: { identical: 'identical', linked: 'linked' },
} as const

type Words = typeof words
type Word<F> = F extends keyof Words ? Words[F][keyof Words[F]] : never
export type ReasonWord = Word<keyof Words> | 'name'

const wordOf = ({ field, level }: MatchReason): ReasonWord | undefined => {
  const levels: Readonly<Record<string, ReasonWord>> | undefined = Object.entries(words).find(
    ([key]) => key === field,
  )?.[1]
  return levels?.[level]
}

/** Bits that are not worth a word. */
const WEAK = 0.3

const joinNames = (found: readonly ReasonWord[]): ReasonWord[] => {
  if (!found.includes('givenName') || !found.includes('familyName')) return [...found]
  const rest = found.filter((word) => word !== 'familyName')
  return rest.map((word) => (word === 'givenName' ? 'name' : word))
}

/**
 * Reasons in words, the strongest first, each once. The given and the family name are one name where both are the same.
 */
export const reasonWords = (reasons: readonly MatchReason[]): { speaking: ReasonWord[]; against: ReasonWord[] } => {
  const of = (some: readonly MatchReason[]) => joinNames([...new Set(some.flatMap((reason) => wordOf(reason) ?? []))])
  return {
    speaking: of(reasons.filter(({ weight }) => weight >= WEAK)),
    against: of(reasons.filter(({ weight }) => weight <= -WEAK)).reverse(),
  }
}

/** What the same e-mail or phone is called, where that is the reason: hardly ever chance. */
export const exactReason = (reasons: readonly MatchReason[]): 'email' | 'phone' | undefined => {
  const isExact = (field: string) => reasons.some((reason) => reason.field === field && reason.level === 'exact')
  if (isExact('email')) return 'email'
  return isExact('phone') ? 'phone' : undefined
}

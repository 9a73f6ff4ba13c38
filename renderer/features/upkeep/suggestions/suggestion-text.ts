import { displayName } from '../../../../shared/domain/index.ts'
import type { Reason, SuggestionKind } from '../../../../shared/upkeep/index.ts'
import { codeName } from '../../../fields/index.ts'
import type { I18n } from '../../../i18n/index.ts'
import type { Found } from '../../../workers/suggestions.ts'

/** The new value in words; a company's name comes from `names`. */
export const valueText = (
  { locale }: I18n,
  { kind, value }: Pick<Found, 'kind' | 'value'>,
  names: ReadonlyMap<string, Parameters<typeof displayName>[0]>,
): string => {
  const texts: Partial<Record<SuggestionKind, () => string>> = {
    company: () => {
      const company = names.get(value)
      return company ? displayName(company) : ''
    },
    country: () => codeName(locale, 'region', value),
    language: () => codeName(locale, 'language', value),
  }
  return texts[kind]?.() ?? value
}

/** Why it is suggested, in words. */
export const reasonText = ({ t, locale }: I18n, { code, params }: Reason): string =>
  code === 'countryOf'
    ? t('upkeep.reason.countryOf', { country: codeName(locale, 'region', params.country) })
    : t(`upkeep.reason.${code}`, params)

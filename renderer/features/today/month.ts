import type { Days } from '../../fields/index.ts'

/** The name of a month, as a word that stands alone. */
export const monthName = ({ from }: Days, locale: string): string => {
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(`${from}T12:00:00Z`))
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

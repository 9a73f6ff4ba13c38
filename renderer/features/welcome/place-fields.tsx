import { codeChoices } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Select } from '../../ui/index.ts'

type PlaceFieldsProps = {
  country: string
  currency: string
  onCountry: (country: string) => void
  onCurrency: (currency: string) => void
}

/** Country and currency by their names in the reader's language. */
export const PlaceFields = ({ country, currency, onCountry, onCurrency }: PlaceFieldsProps) => {
  const i18n = useI18n()
  const { t } = i18n
  return (
    <>
      <Select
        label={t('welcome.country')}
        description={t('welcome.countryHelp')}
        options={codeChoices(i18n, 'country')}
        value={country}
        onChange={(next) => next && onCountry(next)}
      />
      <Select
        label={t('welcome.currency')}
        description={t('welcome.currencyHelp')}
        options={codeChoices(i18n, 'currency')}
        value={currency}
        onChange={(next) => next && onCurrency(next)}
      />
    </>
  )
}

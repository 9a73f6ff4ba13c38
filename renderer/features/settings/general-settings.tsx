import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'

import { roles, SETTINGS_ID, type Settings, settings as settingsNoun } from '../../../shared/domain/index.ts'
import { useBook, useSettings } from '../../data/index.ts'
import { codeChoices, useTellError } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, NumberField, Select, TextField } from '../../ui/index.ts'
import { setPrefs, usePrefs } from '../../view-state/index.ts'
import { Section } from './section.tsx'

const schema = settingsNoun.schema.pick({ companyName: true, currency: true, country: true, silentAfterDays: true })
type Form = Pick<Settings, 'companyName' | 'currency' | 'country' | 'silentAfterDays'>

const LONGEST_SILENCE = 3_650

const BookForm = ({ settings }: { settings: Settings }) => {
  const i18n = useI18n()
  const { t } = i18n
  const book = useBook()
  const tellError = useTellError()
  const countries = codeChoices(i18n, 'country')
  const currencies = codeChoices(i18n, 'currency')
  const { control, handleSubmit, formState, reset } = useForm<Form>({
    resolver: zodResolver(schema),
    values: {
      companyName: settings.companyName,
      currency: settings.currency,
      country: settings.country,
      silentAfterDays: settings.silentAfterDays,
    },
  })
  const save = handleSubmit(async (values) => {
    try {
      await book.write({ key: 'settingsChanged' }, (draft) =>
        draft.update('settings', SETTINGS_ID, { ...values, companyName: values.companyName || null }),
      )
      reset(values)
    } catch (error) {
      tellError(error)
    }
  })
  return (
    <form noValidate onSubmit={(event) => void save(event)} className="grid grid-cols-2 gap-4 max-[640px]:grid-cols-1">
      <Controller
        control={control}
        name="companyName"
        render={({ field }) => <TextField {...field} className="col-span-full" label={t('settings.companyName')} />}
      />
      <Controller
        control={control}
        name="currency"
        render={({ field }) => (
          <Select
            {...field}
            label={t('settings.currency')}
            description={t('settings.currencyHelp')}
            options={currencies}
          />
        )}
      />
      <Controller
        control={control}
        name="country"
        render={({ field }) => (
          <Select
            {...field}
            label={t('settings.country')}
            description={t('settings.countryHelp')}
            options={countries}
          />
        )}
      />
      <Controller
        control={control}
        name="silentAfterDays"
        render={({ field, fieldState }) => (
          <NumberField
            {...field}
            label={t('settings.silentAfterDays')}
            description={t('settings.silentAfterDaysHelp')}
            minValue={1}
            maxValue={LONGEST_SILENCE}
            errorMessage={fieldState.error && t('settings.numberNeeded')}
          />
        )}
      />
      <div className="col-span-full">
        <Button variant="primary" type="submit" isDisabled={!formState.isDirty} isPending={formState.isSubmitting}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  )
}

/** What holds for the whole book, and who works on this device. */
export const GeneralSettings = () => {
  const { t } = useI18n()
  const settings = useSettings()
  const userName = usePrefs((prefs) => prefs.userName)
  const role = usePrefs((prefs) => prefs.role)
  return (
    <>
      <Section title={t('settings.book')} help={t('settings.bookHelp')}>
        {settings && <BookForm settings={settings} />}
      </Section>
      <Section title={t('settings.you')}>
        <TextField
          label={t('settings.userName')}
          description={t('settings.userNameHelp')}
          value={userName}
          onChange={(next) => setPrefs({ userName: next })}
        />
        <Select
          label={t('settings.role')}
          description={t('settings.roleHelp')}
          value={role}
          onChange={(next) => setPrefs({ role: roles.find((each) => each === next) ?? role })}
          options={roles.map((id) => ({ id, label: t(`role.${id}`) }))}
        />
      </Section>
    </>
  )
}

import { type Language, languageInfo, languages, useI18n } from '../../i18n/index.ts'
import { RadioGroup } from '../../ui/index.ts'
import { type Prefs, setPrefs, usePrefs } from '../../view-state/index.ts'
import { Section } from './section.tsx'

const themes: readonly Prefs['theme'][] = ['system', 'light', 'dark']

/** Language and colours of this device. */
export const AppearanceSettings = () => {
  const { t, language } = useI18n()
  const theme = usePrefs((prefs) => prefs.theme)
  return (
    <Section title={t('settings.appearance')} help={t('settings.appearanceHelp')}>
      <RadioGroup<Language>
        label={t('settings.language')}
        options={languages.map((id) => ({ id, label: languageInfo[id].name }))}
        value={language}
        onChange={(next) => setPrefs({ language: next })}
      />
      <RadioGroup<Prefs['theme']>
        label={t('settings.theme')}
        options={themes.map((id) => ({ id, label: t(`settings.theme.${id}`) }))}
        value={theme}
        onChange={(next) => setPrefs({ theme: next })}
      />
    </Section>
  )
}

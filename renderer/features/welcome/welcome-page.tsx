import { useNavigate } from '@tanstack/react-router'
import { BookOpen, FileUp, Sparkles, Users } from 'lucide-react'
import { useEffect, useState } from 'react'

import { type BookChoices, seedBook, useBook, useSettings } from '../../data/index.ts'
import { errorText, type Language, languageInfo, languages, useI18n } from '../../i18n/index.ts'
import { ErrorState, RadioGroup, TextField } from '../../ui/index.ts'
import { openDialog, setPrefs, usePrefs } from '../../view-state/index.ts'
import { loadSample } from './load-sample.ts'
import { PlaceFields } from './place-fields.tsx'
import { currencyOf, guessCountry } from './places.ts'
import { StartChoice } from './start-choice.tsx'

type Beginning = 'import' | 'sample' | 'empty'

const icons = { import: FileUp, sample: Sparkles, empty: BookOpen } as const
const beginnings: readonly Beginning[] = ['import', 'sample', 'empty']

/** The first start: language, currency, name, and what the book begins with. */
export const WelcomePage = () => {
  const i18n = useI18n()
  const { t, language } = i18n
  const book = useBook()
  const navigate = useNavigate()
  const userName = usePrefs((prefs) => prefs.userName)
  const [country, setCountry] = useState(() =>
    guessCountry(Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.languages),
  )
  const [currency, setCurrency] = useState(() => currencyOf(country))
  const settings = useSettings()
  const [busy, setBusy] = useState<Beginning>()
  const [begun, setBegun] = useState<Beginning>()
  const [error, setError] = useState<unknown>()

  const begin = async (beginning: Beginning): Promise<void> => {
    setBusy(beginning)
    setError(undefined)
    try {
      setPrefs({ language })
      const choices: BookChoices = { currency, country, language }
      await seedBook(book, choices)
      if (beginning === 'sample') await loadSample(book, t('welcome.sampleName'), currency, language)
      setBegun(beginning)
    } catch (failure) {
      setError(failure)
      setBusy(undefined)
    }
  }

  // The way on is open once the window itself has seen the settings: before, it would lead back here.
  const isSetUp = settings !== undefined && settings !== null
  useEffect(() => {
    if (!isSetUp || (busy !== undefined && begun === undefined)) return
    void navigate({ to: begun === 'import' ? '/import' : '/', replace: true })
  }, [isSetUp, busy, begun, navigate])

  return (
    <div className="grid h-full place-items-center overflow-auto bg-canvas p-6">
      <div className="flex w-full max-w-[620px] flex-col gap-6 rounded-xl border border-line bg-surface p-8 shadow-float">
        <header className="flex flex-col gap-1.5">
          <span
            className="mb-2 grid size-9 place-items-center rounded-lg bg-accent font-bold text-accent-ink text-lg"
            aria-hidden
          >
            F
          </span>
          <h1 className="font-[640] text-2xl">{t('welcome.title')}</h1>
          <p className="text-ink-muted">{t('welcome.promise')}</p>
        </header>
        <RadioGroup<Language>
          variant="segments"
          label={t('welcome.language')}
          options={languages.map((id) => ({ id, label: languageInfo[id].name }))}
          value={language}
          onChange={(next) => setPrefs({ language: next })}
        />
        <div className="grid grid-cols-2 gap-4 max-[560px]:grid-cols-1">
          <PlaceFields
            country={country}
            currency={currency}
            onCountry={(next) => {
              setCountry(next)
              setCurrency(currencyOf(next))
            }}
            onCurrency={setCurrency}
          />
          <TextField
            className="col-span-full"
            label={t('welcome.name')}
            description={t('welcome.nameHelp')}
            value={userName}
            onChange={(next) => setPrefs({ userName: next })}
          />
        </div>
        <section className="flex flex-col gap-2.5" aria-label={t('welcome.begin')}>
          <h2 className="font-semibold">{t('welcome.begin')}</h2>
          {beginnings.map((id) => (
            <StartChoice
              key={id}
              icon={icons[id]}
              title={t(`welcome.${id}`)}
              detail={t(`welcome.${id}Help`)}
              isPending={busy === id}
              isDisabled={busy !== undefined}
              onPress={() => void begin(id)}
            />
          ))}
          <StartChoice
            icon={Users}
            title={t('welcome.join')}
            detail={t('welcome.joinHelp')}
            isPending={false}
            isDisabled={busy !== undefined}
            onPress={() => openDialog({ kind: 'joinBook' })}
          />
        </section>
        {error !== undefined && <ErrorState small message={errorText(i18n, error)} />}
        <p className="text-ink-muted text-xs">{t('welcome.later')}</p>
      </div>
    </div>
  )
}

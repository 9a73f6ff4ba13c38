import { fold } from '../fold.ts'

const displayed = ['en', 'lt', 'ru', 'fa'] as const
const codes =
  'en lt ru fa lv et pl de fr es it pt nl sv da nb fi uk be cs sk hu ro bg el tr ar he hi ur zh ja ko vi th id ms ka hy az kk uz tg ps ku sr hr sl sq mk is ga'.split(
    ' ',
  )

const buildNames = (): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const code of codes)
    for (const language of [...displayed, code]) {
      const name = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }).of(code)
      if (name) names.set(fold(name), code)
    }
  return names
}

let known: ReadonlyMap<string, string> | undefined

/** BCP 47 tag of a language by tag or by name. Nothing for a name that is not known. */
export const readLanguage = (typed: string): string | undefined => {
  known ??= buildNames()
  const named = known.get(fold(typed)) ?? known.get(fold(typed).replace(/ (kalba|язык)$/, ''))
  if (named) return named
  return /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/.test(typed) ? typed.replace(/_/g, '-') : undefined
}

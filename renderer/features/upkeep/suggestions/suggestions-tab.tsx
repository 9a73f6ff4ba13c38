import { Lightbulb } from 'lucide-react'

import { suggestionKinds } from '../../../../shared/upkeep/index.ts'
import { errorText, useI18n } from '../../../i18n/index.ts'
import { EmptyState, ErrorState, Spinner } from '../../../ui/index.ts'
import { SuggestionList } from './suggestion-list.tsx'
import { useSuggestions } from './use-suggestions.ts'

/** What the book could fill in by itself, from what it knows already. Nothing is written until someone says so. */
export const SuggestionsTab = () => {
  const i18n = useI18n()
  const { t } = i18n
  const { report, error, again, settle } = useSuggestions()
  if (error !== undefined) return <ErrorState message={errorText(i18n, error)} onRetry={again} />
  if (report === undefined) return <Spinner label={t('upkeep.looking')} />
  const kinds = suggestionKinds.filter((kind) => report.found.some((each) => each.kind === kind))
  if (kinds.length === 0)
    return (
      <EmptyState icon={Lightbulb} title={t('upkeep.noSuggestions')}>
        {t('upkeep.noSuggestionsHint')}
      </EmptyState>
    )
  return (
    <div className="flex max-w-[980px] flex-col gap-3 p-4">
      <p className="text-ink-muted">{t('upkeep.suggestionsHint')}</p>
      {kinds.map((kind) => (
        <SuggestionList
          key={kind}
          kind={kind}
          found={report.found.filter((each) => each.kind === kind)}
          count={report.counts[kind]}
          onSettled={settle}
        />
      ))}
    </div>
  )
}

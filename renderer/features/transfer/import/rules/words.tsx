import type { NounName } from '../../../../../shared/domain/index.ts'
import type { ImportRules, WordChoice } from '../../../../../shared/import/index.ts'
import { shownField, useCatalog, useChoices } from '../../../../fields/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import { Select } from '../../../../ui/index.ts'
import type { Analysis } from '../../../../workers/import-protocol.ts'
import { targetLabel } from '../../path-label.ts'
import { Section } from './section.tsx'

const LEAVE_OUT = 'leave:out'
const SHOWN = 40

const ColumnWords = ({
  noun,
  choice,
  rules,
  onChange,
}: {
  noun: NounName
  choice: WordChoice
  rules: ImportRules
  onChange: (words: Readonly<Record<string, string>>) => void
}) => {
  const i18n = useI18n()
  const { t } = i18n
  const catalog = useCatalog()
  const { path, words } = choice
  const column = shownField(noun, path, catalog) ?? { key: path, type: 'text' as const }
  const pipelineId = rules.defaults['pipelineId']
  const choices =
    useChoices(noun, column, { pipelineId: typeof pipelineId === 'string' ? pipelineId : undefined }) ?? []
  const own = rules.words[path] ?? {}
  const isList = column.field?.list !== undefined
  const options = [
    ...choices.map(({ id, label }) => ({ id, label })),
    { id: LEAVE_OUT, label: t('transfer.words.leaveOut') },
  ]
  const name = targetLabel(noun, path, i18n, catalog)
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="pb-1 text-start font-[560]">{name}</caption>
      <thead className="sr-only">
        <tr>
          <th>{t('transfer.words.word')}</th>
          <th>{t('transfer.words.means')}</th>
        </tr>
      </thead>
      <tbody>
        {words.slice(0, SHOWN).map(({ key, text, count, value }) => {
          const chosen = own[key] ?? value
          return (
            <tr key={key} className="border-line border-t">
              <th scope="row" className="py-1.5 pe-3 text-start font-normal break-words">
                <bdi>{text}</bdi> <span className="text-ink-muted">{t('transfer.times', { count })}</span>
              </th>
              <td className="py-1">
                <Select
                  label={t('transfer.words.of', { word: text, column: name })}
                  hideLabel
                  options={options}
                  placeholder={isList ? t('transfer.words.newItem') : t('transfer.words.unknown')}
                  value={chosen === '' ? LEAVE_OUT : chosen}
                  onChange={(next) => onChange({ ...own, [key]: next === undefined || next === LEAVE_OUT ? '' : next })}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Which word of the file means which status, stage or item of a list. */
export const Words = ({
  analysis,
  words,
  rules,
  onChange,
}: {
  analysis: Analysis
  words: readonly WordChoice[]
  rules: ImportRules
  onChange: (part: Partial<ImportRules>) => void
}) => {
  const { t } = useI18n()
  const worthwhile = words.filter((choice) => choice.words.length > 0)
  if (worthwhile.length === 0) return null
  return (
    <Section title={t('transfer.words')} detail={t('transfer.words.detail')}>
      {worthwhile.map((choice) => (
        <ColumnWords
          key={`${choice.path}/${choice.column}`}
          noun={analysis.noun}
          choice={choice}
          rules={rules}
          onChange={(next) => onChange({ words: { ...rules.words, [choice.path]: next } })}
        />
      ))}
    </Section>
  )
}

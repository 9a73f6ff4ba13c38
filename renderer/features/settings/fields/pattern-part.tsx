import { useState } from 'react'

import { patternOf } from '../../../../shared/domain/index.ts'
import { languages, loadI18n, useI18n } from '../../../i18n/index.ts'
import { Badge, Select, TextField } from '../../../ui/index.ts'
import type { FieldDraft } from './definition-draft.ts'
import { LocalTexts } from './local-texts.tsx'
import { Part } from './part.tsx'
import { type ReadyPatternId, readyPatterns } from './patterns.ts'

const OWN = 'own'
const NONE = 'none'

/** The message of a ready-made pattern in every language. */
const messagesOf = async (id: ReadyPatternId): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      languages.map(async (language) => {
        const { t } = await loadI18n(language)
        return [language, t(`ownFields.patternSays.${id}`)] as const
      }),
    ),
  )

/** The form a text must have: a ready-made one or one's own, what to say when it is another, and a box to try it. */
export const PatternPart = ({
  draft,
  onChange,
  isWrong,
}: {
  draft: FieldDraft
  onChange: (change: Partial<FieldDraft>) => void
  isWrong: boolean
}) => {
  const { t } = useI18n()
  const [tried, setTried] = useState('')
  const ready = readyPatterns.find(({ pattern }) => pattern === draft.pattern)
  const [own, setOwn] = useState(draft.pattern !== '' && ready === undefined)
  const expression = patternOf(draft.pattern)
  const chosen = own ? OWN : (ready?.id ?? NONE)
  const choose = (next: string | undefined) => {
    const found = readyPatterns.find(({ id }) => id === next)
    setOwn(next === OWN)
    if (next === NONE) onChange({ pattern: '', patternMessage: {} })
    if (!found) return
    onChange({ pattern: found.pattern })
    void messagesOf(found.id).then((patternMessage) => onChange({ patternMessage }))
  }
  return (
    <Part title={t('ownFields.part.pattern')} help={t('ownFields.part.patternHelp')}>
      <Select
        label={t('ownFields.pattern')}
        value={chosen}
        onChange={choose}
        options={[
          { id: NONE, label: t('ownFields.pattern.none') },
          ...readyPatterns.map(({ id, example }) => ({ id, label: t(`ownFields.pattern.${id}`), detail: example })),
          { id: OWN, label: t('ownFields.pattern.own') },
        ]}
      />
      {chosen !== NONE && (
        <>
          <TextField
            label={t('ownFields.expression')}
            description={t('ownFields.expressionHelp')}
            value={draft.pattern}
            onChange={(pattern) => {
              setOwn(true)
              onChange({ pattern })
            }}
            errorMessage={isWrong ? t('ownFields.wrong.badPattern') : undefined}
          />
          <LocalTexts
            label={t('ownFields.patternMessage')}
            value={draft.patternMessage}
            onChange={(patternMessage) => onChange({ patternMessage })}
          />
          <div className="flex items-end gap-3 rounded-lg bg-sunk p-2.5">
            <TextField
              className="flex-1"
              label={t('ownFields.try')}
              value={tried}
              onChange={setTried}
              placeholder={ready?.example ?? ''}
            />
            <p role="status" className="flex h-[31px] items-center">
              {tried !== '' && expression && (
                <Badge tone={expression.test(tried) ? 'good' : 'bad'}>
                  {t(expression.test(tried) ? 'ownFields.try.fits' : 'ownFields.try.fails')}
                </Badge>
              )}
            </p>
          </div>
        </>
      )}
    </Part>
  )
}

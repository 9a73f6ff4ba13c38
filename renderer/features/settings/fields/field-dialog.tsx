import { useMemo, useState } from 'react'

import {
  type CustomField,
  createCatalog,
  customFieldScopes,
  customFieldTypes,
  customIssueOf,
  defaultOf,
  hasLengths,
  hasOptions,
  uniqueTypes,
} from '../../../../shared/domain/index.ts'
import { useBook } from '../../../data/index.ts'
import { issueText, useFormatContext, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Checkbox, Dialog, Select } from '../../../ui/index.ts'
import { DefaultInput } from './default-input.tsx'
import { definitionOf, type FieldDraft, nameIn, problemsOf } from './definition-draft.ts'
import { addField, changeField } from './field-writes.ts'
import { LimitsPart } from './limits-part.tsx'
import { LocalTexts } from './local-texts.tsx'
import { OptionEditor } from './option-editor.tsx'
import { Part } from './part.tsx'
import { PatternPart } from './pattern-part.tsx'
import { RequiredInput } from './required-input.tsx'
import { RoleRules } from './role-rules.tsx'

/** The definition as it would be saved, for what is derived from one. */
const asDefinition = (draft: FieldDraft): CustomField => {
  const values = Object.entries(definitionOf(draft)).filter(([, value]) => value !== undefined)
  return {
    ...Object.fromEntries(values),
    id: draft.id,
    scope: draft.scope,
    type: draft.type,
    order: 'a0',
    createdAt: '',
  }
}

/** Adds a field of one's own, or changes one (`before`). */
export const FieldDialog = ({
  start,
  before,
  all,
  onClose,
}: {
  start: FieldDraft
  before?: CustomField
  all: readonly CustomField[]
  onClose: () => void
}) => {
  const { t, language } = useI18n()
  const context = useFormatContext()
  const book = useBook()
  const tellError = useTellError()
  const [draft, setDraft] = useState(start)
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const change = (next: Partial<FieldDraft>) => setDraft((held) => ({ ...held, ...next }))
  const problems = useMemo(() => problemsOf(draft), [draft])
  const definition = asDefinition(draft)
  const table = draft.scope === 'deals' ? 'deals' : 'customers'
  const field = createCatalog([definition]).field(table, draft.id)
  const issue = draft.defaultValue === undefined ? undefined : customIssueOf(definition, defaultOf(definition))
  const wrong = (problem: Parameters<typeof problems.has>[0]): boolean => tried && problems.has(problem)
  const optionProblem = (['noOptions', 'emptyOption', 'sameOption'] as const).find(wrong)

  const save = async () => {
    setTried(true)
    if (problems.size > 0 || issue !== undefined) return
    setSaving(true)
    try {
      await (before ? changeField(book, before, draft) : addField(book, draft, all))
      onClose()
    } catch (error) {
      tellError(error)
    } finally {
      setSaving(false)
    }
  }
  return (
    <Dialog
      isOpen
      size="lg"
      isDirty={draft !== start}
      title={before ? t('ownFields.edit', { name: nameIn(start.names, language) }) : t('ownFields.new')}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isPending={saving}>
            {t(before ? 'settings.save' : 'ownFields.add')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <Part title={t('ownFields.part.what')}>
          <LocalTexts
            label={t('ownFields.name')}
            value={draft.names}
            onChange={(names) => change({ names })}
            isRequired
            autoFocus
            errorMessage={wrong('noName') ? t('ownFields.wrong.noName') : undefined}
          />
          <div className="grid grid-cols-2 gap-2.5 max-[640px]:grid-cols-1">
            <Select
              label={t('ownFields.type')}
              isDisabled={before !== undefined}
              description={before ? t('ownFields.typeFixed') : undefined}
              options={customFieldTypes.map((id) => ({ id, label: t(`option.customFields.type.${id}`) }))}
              value={draft.type}
              onChange={(next) =>
                change({
                  type: customFieldTypes.find((type) => type === next) ?? draft.type,
                  defaultValue: undefined,
                  min: undefined,
                  max: undefined,
                  unique: false,
                })
              }
            />
            <Select
              label={t('ownFields.scope')}
              isDisabled={before?.scope === 'deals'}
              options={customFieldScopes
                .filter((scope) => before === undefined || scope !== 'deals' || before.scope === 'deals')
                .map((id) => ({ id, label: t(`ownFields.scope.${id}`) }))}
              value={draft.scope}
              onChange={(next) =>
                change({
                  scope: customFieldScopes.find((scope) => scope === next) ?? draft.scope,
                  ...((next === 'deals') !== (draft.scope === 'deals') && { requiredFrom: undefined }),
                })
              }
            />
          </div>
          <LocalTexts
            long
            label={t('ownFields.help')}
            description={t('ownFields.helpHelp')}
            value={draft.help}
            onChange={(help) => change({ help })}
          />
        </Part>
        {hasOptions(draft.type) && (
          <Part title={t('ownFields.part.options')} help={t('ownFields.part.optionsHelp')}>
            <OptionEditor
              options={draft.options}
              saved={before?.options ?? {}}
              onChange={(options) => change({ options })}
              errorMessage={optionProblem && t(`ownFields.wrong.${optionProblem}`)}
            />
          </Part>
        )}
        <Part title={t('ownFields.part.filling')}>
          <RequiredInput draft={draft} onChange={change} isWrong={wrong('noStage')} />
          {field && (
            <DefaultInput
              draft={draft}
              field={field}
              onChange={(defaultValue) => change({ defaultValue })}
              errorMessage={issue && issueText(context, definition, { message: issue })}
            />
          )}
          {uniqueTypes.has(draft.type) && (
            <Checkbox value={draft.unique} onChange={(unique) => change({ unique })}>
              {t('ownFields.unique')}
            </Checkbox>
          )}
          <Checkbox value={draft.fixed} onChange={(fixed) => change({ fixed })}>
            {t('ownFields.fixed')}
          </Checkbox>
          <Checkbox value={!draft.unrecorded} onChange={(recorded) => change({ unrecorded: !recorded })}>
            {t('ownFields.recorded')}
          </Checkbox>
        </Part>
        <LimitsPart draft={draft} onChange={change} isWrong={wrong('range')} />
        {hasLengths(draft.type) && <PatternPart draft={draft} onChange={change} isWrong={problems.has('badPattern')} />}
        <RoleRules draft={draft} onChange={change} />
      </div>
    </Dialog>
  )
}

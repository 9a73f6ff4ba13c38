import { useMemo } from 'react'

import { type Column, type NounName, orderedStages } from '../../shared/domain/index.ts'
import { codeName, type FormatContext, itemLabel, pipelineLabel, type Shown, stageLabel } from './format.ts'
import { useFormatContext } from './use-format.ts'

export type Choice = { id: string; label: string }

const listChoices = (context: FormatContext, list: string, currents: readonly string[]): Choice[] =>
  [...context.lookups.items.values()]
    .filter((item) => item.list === list && (!item.retired || currents.includes(item.id)))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ id }) => ({ id, label: itemLabel(context, id) }))

const stageChoices = (context: FormatContext, pipelineId: string | undefined): Choice[] =>
  [...context.lookups.pipelines.values()]
    .filter(({ id }) => pipelineId === undefined || id === pipelineId)
    .flatMap((pipeline) =>
      orderedStages(pipeline).map(({ id }) => ({ id, label: stageLabel(context, id, pipeline.id) })),
    )

/** Not countries, though Unicode names them: the euro zone, the United Nations, the test regions. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'DG', 'EA', 'IC', 'TA', 'CQ'])
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Codes that Unicode still names though ISO 3166-1 took them back. */
const FORMER = new Set([
  'AN',
  'BU',
  'CS',
  'DD',
  'DY',
  'FX',
  'HV',
  'NH',
  'NT',
  'RH',
  'SU',
  'TP',
  'UK',
  'VD',
  'YD',
  'YU',
  'ZR',
])

/** ISO 3166-1 alpha-2 codes, as far as this machine's Unicode data names them. */
const countryCodes = (): string[] => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  return LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(
    (code) => !NO_COUNTRY.has(code) && !FORMER.has(code) && names.of(code) !== undefined,
  )
}

/** The languages that a customer may want to be written to in. */
const languageCodes =
  'am ar az be bg bn bs ca cs da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko ku ky lb lt lv mk mn ms mt nl no pl ps pt ro ru sk sl sq sr sv sw ta tg th tk tr uk ur uz vi zh'.split(
    ' ',
  )

const codes: Record<'country' | 'language' | 'currency', () => readonly string[]> = {
  country: countryCodes,
  language: () => languageCodes,
  currency: () => Intl.supportedValuesOf('currency'),
}
const codeType = { country: 'region', language: 'language', currency: 'currency' } as const

const named = new Map<string, Choice[]>()

/** Every country, language or currency by its name in the reader's language, in that language's order. */
export const codeChoices = (
  { locale, compare }: FormatContext['i18n'],
  type: 'country' | 'language' | 'currency',
): readonly Choice[] => {
  const key = `${locale}/${type}`
  const held = named.get(key)
  if (held) return held
  const choices = codes[type]()
    .map((id) => ({ id, label: codeName(locale, codeType[type], id) }))
    .sort((a, b) => compare(a.label, b.label))
  named.set(key, choices)
  return choices
}

/** `current`: what is held now, which stays a choice though it be retired. */
type ChoiceOptions = { current?: string | readonly string[] | undefined; pipelineId?: string | undefined }

/** The choices of a choice column, in order; undefined for a column that is no choice. */
const choicesOf = (
  context: FormatContext,
  noun: NounName,
  { key, type, field }: Shown,
  { current, pipelineId }: ChoiceOptions = {},
): readonly Choice[] | undefined => {
  const currents = [current ?? []].flat()
  if (noun === 'deals' && key === 'stageId') return stageChoices(context, pipelineId)
  if (field?.list) return listChoices(context, field.list, currents)
  const own = context.lookups.catalog.definition(key)
  if (own?.options)
    return Object.entries(own.options)
      .filter(([id, { retired }]) => !retired || currents.includes(id))
      .sort(([, a], [, b]) => (a.order < b.order ? -1 : 1))
      .map(([id, { name }]) => ({ id, label: name }))
  if (field?.options)
    return field.options.map((id) => ({ id, label: context.i18n.tx(`option.${noun}.${key}.${id}`, id) }))
  if (noun === 'tasks' && key === 'state')
    return ['open', 'done'].map((id) => ({ id, label: context.i18n.tx(`option.tasks.state.${id}`, id) }))
  if (field?.target === 'pipelines')
    return [...context.lookups.pipelines.values()]
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map(({ id }) => ({ id, label: pipelineLabel(context, id) }))
  if (type === 'language' || type === 'currency' || type === 'country') return codeChoices(context.i18n, type)
  return undefined
}

export const useChoices = (
  noun: NounName,
  column: Shown | Column,
  { current, pipelineId }: ChoiceOptions = {},
): readonly Choice[] | undefined => {
  const context = useFormatContext()
  const held = [current ?? []].flat().join('\n')
  return useMemo(
    () => choicesOf(context, noun, column, { current: held.split('\n'), pipelineId }),
    [context, noun, column, held, pipelineId],
  )
}

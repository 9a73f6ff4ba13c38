import { orderedStages, type Pipeline } from '../domain/index.ts'
import { fold } from './fold.ts'
import type { Preset } from './presets/index.ts'
import type { ImportRules } from './rules.ts'
import type { Vocabulary } from './vocabulary.ts'
import { presetWord, wordOf } from './words.ts'

export type StageFound = {
  pipelineId: string
  stageId: string
  /** Where the word means that the deal is over. */
  status?: 'won' | 'lost'
  by: 'user' | 'name' | 'source' | 'default'
}

const WON = new Set(
  [
    'won',
    'closed won',
    'closedwon',
    'closed - won',
    'laimėta',
    'laimėtas',
    'выиграна',
    'успешно реализовано',
    'сделка выиграна',
    'برنده',
    'برنده شده',
    'موفق',
  ].map(fold),
)
const LOST = new Set(
  [
    'lost',
    'closed lost',
    'closedlost',
    'closed - lost',
    'closed lost to competition',
    'pralaimėta',
    'prarasta',
    'проиграна',
    'закрыто и не реализовано',
    'сделка проиграна',
    'بازنده',
    'از دست رفته',
    'ناموفق',
  ].map(fold),
)

/** Whether a word for a stage says that the deal is won or lost. */
const outcomeOf = (text: string): 'won' | 'lost' | undefined => {
  const word = fold(text)
  if (WON.has(word)) return 'won'
  return LOST.has(word) ? 'lost' : undefined
}

type Options = {
  rules: Pick<ImportRules, 'words' | 'defaults'>
  vocabulary: Vocabulary
  preset: Preset | undefined
}

const names = ({ vocabulary }: Options, id: string, name: string | undefined): string[] =>
  (name === undefined ? (vocabulary.stages[id] ?? []) : [name]).map(fold)

const living = (pipelines: readonly Pipeline[]): Pipeline[] =>
  pipelines
    .filter(({ deletedAt, stages }) => deletedAt === undefined && Object.keys(stages ?? {}).length > 0)
    .sort((a, b) => (a.order < b.order ? -1 : 1))

/** The pipeline a word names, by id or by its name in any language. */
export const pipelineFinder = (pipelines: readonly Pipeline[], options: Options) => {
  const known = living(pipelines)
  return (text: string): Pipeline | undefined =>
    known.find(({ id }) => id === text) ?? known.find(({ id, name }) => names(options, id, name).includes(fold(text)))
}

/**
 * The stage that a word names, in the pipeline asked for, else in the one of the rules, else in any. A word that no
 * stage has means the first one; one that says won or lost, the last or the first. Nothing where no pipeline is.
 */
export const stageFinder = (pipelines: readonly Pipeline[], options: Options) => {
  const known = living(pipelines)
  const { rules, preset } = options
  return (text: string, pipelineId: string | undefined): StageFound | undefined => {
    const chosen = known.find(({ id }) => id === (pipelineId ?? rules.defaults['pipelineId'])) ?? known[0]
    if (!chosen) return undefined
    const searched = pipelineId === undefined ? [chosen, ...known.filter((one) => one !== chosen)] : [chosen]
    const having = (stageId: string) => searched.find(({ stages }) => Object.hasOwn(stages, stageId))
    const said = wordOf(text, 'stageId', options)
    const told = said === undefined || said === '' ? undefined : having(said)
    if (said && told) return { pipelineId: told.id, stageId: said, by: 'user', ...ended(text) }
    for (const pipeline of searched)
      for (const { id, name } of orderedStages(pipeline))
        if (id === text || names(options, id, name).includes(fold(text)))
          return { pipelineId: pipeline.id, stageId: id, by: 'name', ...ended(text) }
    const meant = presetWord(text, 'stageId', preset)
    if (meant !== undefined && Object.hasOwn(chosen.stages, meant))
      return { pipelineId: chosen.id, stageId: meant, by: 'source' }
    const stages = orderedStages(chosen)
    const status = outcomeOf(text)
    const stage = status === 'won' ? stages.at(-1) : stages[0]
    return stage && { pipelineId: chosen.id, stageId: stage.id, by: status ? 'source' : 'default', ...ended(text) }
  }
}

const ended = (text: string): { status?: 'won' | 'lost' } => {
  const status = outcomeOf(text)
  return status ? { status } : {}
}

import type { Incoming } from './incoming.ts'
import type { BookRow, PlanOptions } from './plan-types.ts'
import type { Problem } from './problem.ts'
import { pipelineFinder, type StageFound, stageFinder } from './stages.ts'
import { instantOf } from './values/date.ts'
import { minorDigits } from './values/number.ts'

type Settled = { values: Record<string, unknown>; problems: Problem[] }

const isOver = (status: unknown): boolean => status === 'won' || status === 'lost'

/** Amounts of a row in minor units of the currency that the row, the record or the batch has. */
export const settleAmounts = (
  { amounts, values, currency: sign }: Incoming,
  record: Readonly<Record<string, unknown>> | undefined,
  { rules, currency, catalog }: Pick<PlanOptions, 'rules' | 'currency' | 'catalog'>,
  table: 'customers' | 'deals',
): Record<string, unknown> => {
  const known = values['currency'] ?? sign ?? record?.['currency'] ?? rules.currency ?? currency
  const settled: Record<string, unknown> = {}
  for (const [name, amount] of Object.entries(amounts)) {
    const ofDeal = catalog.field(table, name)?.currencyField !== undefined
    const unit = ofDeal && typeof known === 'string' ? known : currency
    settled[name] = Math.round(amount * 10 ** minorDigits(unit))
  }
  const isNew = record === undefined || (amounts['value'] !== undefined && sign !== undefined)
  return table === 'deals' && isNew ? { currency: known, ...settled } : settled
}

/** Makes the finder of a deal's stage, status and dates. */
export const createDealSettler = (options: PlanOptions) => {
  const findStage = stageFinder(options.pipelines, options)
  const findPipeline = pipelineFinder(options.pipelines, options)

  const stageOf = ({ stage, pipeline }: Incoming, record: BookRow | undefined): StageFound | undefined => {
    const pipelineId = pipeline === undefined ? undefined : findPipeline(pipeline)?.id
    if (stage) return findStage(stage.text, pipelineId)
    if (record) return undefined
    const { stageId } = options.rules.defaults
    const first = findStage(typeof stageId === 'string' ? stageId : '', pipelineId)
    return first && { ...first, by: 'name' }
  }

  /** What a row says of a deal that a record of the book is, or that is to be made. */
  return (incoming: Incoming, record: BookRow | undefined): Settled => {
    const values: Record<string, unknown> = {}
    const problems: Problem[] = []
    const found = stageOf(incoming, record)
    const told = incoming.values['status'] ?? found?.status
    const wasOver = isOver(record?.['status'])
    // What was won or lost since is not taken up again by an older file.
    const status = wasOver && !isOver(told) ? undefined : told
    if (found && incoming.stage && found.by === 'default')
      problems.push({
        code: 'stageGuessed',
        column: incoming.stage.column,
        path: 'stageId',
        value: incoming.stage.text,
      })
    const moves = found && (!record || (!wasOver && found.by !== 'default' && !isOver(found.status)))
    if (moves) Object.assign(values, { pipelineId: found.pipelineId, stageId: found.stageId })
    values['status'] = status ?? (record ? undefined : 'open')
    const closes = isOver(status)
    const { closeDate } = incoming
    if (closes) {
      const closed =
        incoming.values['closedAt'] ?? (closeDate === undefined ? undefined : instantOf(closeDate, undefined))
      values['closedAt'] = closed ?? (wasOver ? undefined : options.now)
    } else {
      values['closedAt'] = undefined
      if (!wasOver && closeDate !== undefined) values['expectedClose'] = incoming.values['expectedClose'] ?? closeDate
    }
    if (!record && found) values['stageEnteredAt'] = { [found.stageId]: incoming.values['createdAt'] ?? options.now }
    else if (moves && record && record['stageId'] !== found.stageId)
      values['stageEnteredAt'] = { [found.stageId]: options.now }
    return { values: { ...settleAmounts(incoming, record, options, 'deals'), ...values }, problems }
  }
}

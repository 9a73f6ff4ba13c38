import { isOverdue } from '../../../../shared/domain/deal/age.ts'
import type { Deal, Pipeline } from '../../../../shared/domain/index.ts'
import {
  CustomerLink,
  FieldValue,
  localDay,
  shownField,
  useCatalog,
  useColumnLabel,
  useLabels,
  useTellError,
} from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Badge, Button, FieldList, FieldRow } from '../../../ui/index.ts'
import { useDealActions } from '../deal-actions.ts'

const Probability = ({ deal, pipeline }: { deal: Deal; pipeline: Pipeline | undefined }) => {
  const { t, format } = useI18n()
  const actions = useDealActions()
  const tellError = useTellError()
  const ofStage = pipeline?.stages[deal.stageId]?.probability
  if (deal.probability === undefined)
    return (
      <>
        {format.percent((ofStage ?? 0) / 100)} <span className="text-ink-faint">{t('deals.probability.ofStage')}</span>
      </>
    )
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {format.percent(deal.probability / 100)}
      {ofStage !== undefined && (
        <Button
          small
          variant="quiet"
          className="-my-1"
          onPress={() => void actions.change(deal, { probability: null }).catch(tellError)}
        >
          {t('deals.probability.reset', { share: format.percent(ofStage / 100) })}
        </Button>
      )}
    </span>
  )
}

/** The fields that are shown as they are, where they have a value. */
const plain = ['owner', 'source', 'lostReason', 'lostDetail', 'closedAt', 'notes'] as const

/** What is known of a deal, for reading. */
export const DealFacts = ({ deal, pipeline }: { deal: Deal; pipeline: Pipeline | undefined }) => {
  const { t, format } = useI18n()
  const label = useColumnLabel('deals')
  const labels = useLabels()
  const catalog = useCatalog()
  const own = catalog.own.flatMap(({ id, scope }) => (scope === 'deals' ? [id] : []))
  const late = isOverdue(deal, localDay(new Date()))
  return (
    <FieldList>
      <FieldRow label={label('customerId')}>
        {deal.customerId === undefined ? (
          <span className="text-ink-faint">—</span>
        ) : (
          <CustomerLink id={deal.customerId} />
        )}
      </FieldRow>
      {deal.companyId !== undefined && deal.companyId !== deal.customerId && (
        <FieldRow label={label('companyId')}>
          <CustomerLink id={deal.companyId} />
        </FieldRow>
      )}
      <FieldRow label={label('expectedClose')}>
        {deal.expectedClose === undefined ? (
          <span className="text-ink-faint">—</span>
        ) : (
          <span className="flex flex-wrap items-center gap-2">
            {format.day(deal.expectedClose)}
            {late && <Badge tone="warn">{t('deals.card.overdue')}</Badge>}
          </span>
        )}
      </FieldRow>
      {deal.status === 'open' && (
        <FieldRow label={label('probability')}>
          <Probability deal={deal} pipeline={pipeline} />
        </FieldRow>
      )}
      <FieldRow label={label('pipelineId')}>{labels.pipeline(deal.pipelineId)}</FieldRow>
      {[...plain, ...own].map((key) => {
        const column = shownField('deals', key, catalog)
        const value = deal[key as keyof Deal]
        return column && value !== undefined ? (
          <FieldRow key={key} label={label(key)}>
            <FieldValue noun="deals" column={column} value={value} record={deal} />
          </FieldRow>
        ) : null
      })}
    </FieldList>
  )
}

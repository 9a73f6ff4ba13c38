import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'

import { deals, orderedStages, type Pipeline } from '../../../../shared/domain/index.ts'
import { useBook, usePipelines, useSettings } from '../../../data/index.ts'
import { FormField, RecordFields, useCatalog, useRecordForm, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import { type DialogRequest, useDealsView } from '../../../view-state/index.ts'
import { useDealActions } from '../deal-actions.ts'
import { useOwnIds } from '../use-board-deals.ts'

type Request = Extract<DialogRequest, { kind: 'newDeal' }>

const builtIn = ['title', 'customerId', 'value', 'currency', 'pipelineId', 'stageId', 'expectedClose'] as const

const inputSchema = deals.schema.pick({
  title: true,
  customerId: true,
  value: true,
  currency: true,
  pipelineId: true,
  stageId: true,
  expectedClose: true,
})

type FormProps = {
  request: Request
  onClose: () => void
  pipelines: readonly Pipeline[]
  pipeline: Pipeline
  currency: string
}

const NewDealForm = ({ request, onClose, pipelines, pipeline, currency }: FormProps) => {
  const { t } = useI18n()
  const book = useBook()
  const navigate = useNavigate()
  const actions = useDealActions()
  const tellError = useTellError()
  const ownIds = useOwnIds()
  const catalog = useCatalog()
  const ownFields = catalog.own.flatMap(({ id, scope }) => (scope === 'deals' ? [id] : []))
  const stages = orderedStages(pipeline)
  const stageId = stages.find(({ id }) => id === request.stage)?.id ?? stages[0]?.id
  const save = async (values: Record<string, unknown>) => {
    const filled = ownFields.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]] as const]))
    const input = { ...Object.fromEntries(filled), ...inputSchema.parse(values) }
    const customer = input.customerId === undefined ? undefined : await book.db.customers.get(input.customerId)
    const companyId = customer?.companyId
    const owner = ownIds?.[0]
    const id = await actions.create({ ...input, ...(companyId && { companyId }), ...(owner && { owner }) })
    onClose()
    await navigate({ to: '/deals/$id', params: { id } })
  }
  const { form, submit, onKeyDown } = useRecordForm({
    noun: 'deals',
    keys: [...builtIn, ...ownFields],
    before: { currency, pipelineId: pipeline.id, stageId, customerId: request.customerId },
    onSave: (_changed, values) => save(values).catch(tellError),
  })
  const { getValues, setValue } = form
  const chosen = form.watch('pipelineId')
  // Another pipeline has other stages: its first one is taken.
  useEffect(() => {
    const other = pipelines.find(({ id }) => id === chosen)
    const stage = getValues('stageId')
    if (other && !Object.hasOwn(other.stages, String(stage))) setValue('stageId', orderedStages(other)[0]?.id)
  }, [chosen, pipelines, getValues, setValue])

  return (
    <Dialog
      isOpen
      isDirty={form.formState.isDirty}
      title={t('deals.newTitle')}
      onClose={onClose}
      onSubmit={(event) => void submit(event)}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isPending={form.formState.isSubmitting}>
            {t('deals.create')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter in any field saves */}
      <div onKeyDown={onKeyDown} className="grid grid-cols-2 gap-x-3 gap-y-3">
        <div className="col-span-2">
          <FormField noun="deals" form={form} name="title" autoFocus />
        </div>
        <div className="col-span-2">
          <FormField noun="deals" form={form} name="customerId" />
        </div>
        <FormField noun="deals" form={form} name="value" />
        <FormField noun="deals" form={form} name="currency" />
        {pipelines.length > 1 && <FormField noun="deals" form={form} name="pipelineId" />}
        <FormField noun="deals" form={form} name="stageId" />
        <FormField noun="deals" form={form} name="expectedClose" />
        {ownFields.length > 0 && (
          <div className="col-span-2 mt-1">
            <RecordFields noun="deals" form={form} only={ownFields} />
          </div>
        )}
      </div>
    </Dialog>
  )
}

/** Adds a deal and opens it. What the caller knows (customer, pipeline, stage) is filled in. */
export const NewDealDialog = ({ request, onClose }: { request: Request; onClose: () => void }) => {
  const pipelines = usePipelines()
  const settings = useSettings()
  const shown = useDealsView(({ pipelineId }) => pipelineId)
  const wanted = request.pipelineId ?? shown
  const pipeline =
    pipelines?.find(({ id }) => id === wanted) ??
    pipelines?.find(({ stages }) => request.stage !== undefined && Object.hasOwn(stages, request.stage)) ??
    pipelines?.[0]
  if (!pipelines || !pipeline || !settings) return null
  return (
    <NewDealForm
      request={request}
      onClose={onClose}
      pipelines={pipelines}
      pipeline={pipeline}
      currency={settings.currency}
    />
  )
}

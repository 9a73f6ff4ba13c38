import { TriangleAlert } from 'lucide-react'

import { KeyInput } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Icon, RadioGroup } from '../../../ui/index.ts'
import { Diagnosis } from '../place/diagnosis.tsx'
import { isAboutKey, keyErrorText } from '../place/key-errors.ts'
import { PlacePreview, previewedOf } from '../place/place-preview.tsx'
import type { Former } from './join-actions.ts'
import type { Found, useJoin } from './join-flow.ts'

const choices: readonly Former[] = ['bring', 'leave']

/** Says that the book that is here is another one, and asks what becomes of its records. */
const OtherBook = ({ flow, customers }: { flow: ReturnType<typeof useJoin>; customers: number }) => {
  const { t } = useI18n()
  return (
    <section aria-label={t('sync.join.otherTitle')} className="flex flex-col gap-2.5">
      <p className="flex items-start gap-2">
        <span className="text-amber">
          <Icon of={TriangleAlert} className="mt-px" />
        </span>
        <span>{t('sync.join.other', { count: customers })}</span>
      </p>
      <RadioGroup<Former>
        label={t('sync.join.former', { count: customers })}
        options={choices.map((id) => ({
          id,
          label: t(`sync.join.former.${id}`),
          detail: t(`sync.join.former.${id}Help`),
        }))}
        value={flow.former}
        onChange={flow.setFormer}
      />
      <p className="text-ink-muted">{t('sync.join.backup')}</p>
    </section>
  )
}

/** What was found, what opens it, and what becomes of what is here. */
export const ConfirmStep = ({
  flow,
  found,
  hasRecords,
  customers,
}: {
  flow: ReturnType<typeof useJoin>
  found: Found
  hasRecords: boolean
  customers: number
}) => {
  const i18n = useI18n()
  const { t } = i18n
  const keyError = flow.needsKey && isAboutKey(flow.failure) ? keyErrorText(i18n, flow.failure) : undefined
  return (
    <div className="flex flex-col gap-4">
      <PlacePreview summary={found.summary} of={previewedOf(found.login.place)} />
      {flow.needsKey && (
        <div className="flex flex-col gap-2">
          <p>{t('sync.join.needsKey')}</p>
          <KeyInput autoFocus value={flow.key} onChange={flow.setKey} error={keyError} />
        </div>
      )}
      {flow.isOther && hasRecords && <OtherBook flow={flow} customers={customers} />}
      {flow.failure !== undefined && keyError === undefined && <Diagnosis error={flow.failure} />}
    </div>
  )
}

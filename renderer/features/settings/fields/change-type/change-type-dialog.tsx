import { useRef, useState } from 'react'

import { AppError } from '../../../../../shared/app-error.ts'
import { convertibleTo } from '../../../../../shared/domain/custom-field/convert.ts'
import type { Reckoning } from '../../../../../shared/domain/custom-field/convert-text.ts'
import { type CustomField, type CustomFieldType, hasAmounts } from '../../../../../shared/domain/index.ts'
import { useBook } from '../../../../data/index.ts'
import { useTellError } from '../../../../fields/index.ts'
import { errorText, useI18n } from '../../../../i18n/index.ts'
import { Button, Dialog, ErrorState, ProgressBar, Select, Spinner } from '../../../../ui/index.ts'
import { nameIn } from '../definition-draft.ts'
import { convertField } from './convert-field.ts'
import { TrialResult } from './trial-result.tsx'
import { useTrial } from './use-trial.ts'

const AUTO = 'auto'
const texts = new Set<CustomFieldType>(['text', 'longText', 'choice'])

/** How numbers or days are written in the texts that become such. */
const ReckoningInput = ({
  definition,
  to,
  said,
  onSay,
}: {
  definition: CustomField
  to: CustomFieldType
  said: Reckoning
  onSay: (said: Reckoning) => void
}) => {
  const { t } = useI18n()
  if (!texts.has(definition.type)) return null
  if (to === 'day')
    return (
      <Select
        label={t('ownFields.dateOrder')}
        options={[
          { id: AUTO, label: t('ownFields.auto') },
          { id: 'dmy', label: t('ownFields.dateOrder.dmy') },
          { id: 'mdy', label: t('ownFields.dateOrder.mdy') },
        ]}
        value={said.dateOrder ?? AUTO}
        onChange={(next) => onSay({ dateOrder: next === 'dmy' || next === 'mdy' ? next : undefined })}
      />
    )
  if (!hasAmounts(to)) return null
  return (
    <Select
      label={t('ownFields.decimalMark')}
      options={[
        { id: AUTO, label: t('ownFields.auto') },
        { id: ',', label: t('ownFields.decimalMark.comma') },
        { id: '.', label: t('ownFields.decimalMark.point') },
      ]}
      value={said.decimalMark ?? AUTO}
      onChange={(next) => onSay({ decimalMark: next === ',' || next === '.' ? next : undefined })}
    />
  )
}

/** Changes the type of a field after a dry run has shown what would convert and what would not. */
export const ChangeTypeDialog = ({ definition, onClose }: { definition: CustomField; onClose: () => void }) => {
  const i18n = useI18n()
  const { t, language } = i18n
  const book = useBook()
  const tellError = useTellError()
  const [to, setTo] = useState<CustomFieldType>()
  const [said, setSaid] = useState<Reckoning>({})
  const [done, setDone] = useState<number>()
  const stop = useRef<AbortController>(undefined)
  const result = useTrial(definition, to, said)
  const ready = result !== undefined && 'trial' in result ? result : undefined

  const run = async () => {
    if (!ready || to === undefined) return
    stop.current = new AbortController()
    setDone(0)
    try {
      await convertField(book, definition, ready.trial, { onProgress: setDone, signal: stop.current.signal })
      onClose()
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) tellError(error)
      setDone(undefined)
    }
  }
  return (
    <Dialog
      isOpen
      size="md"
      title={t('ownFields.changeType', { name: nameIn(definition.names ?? {}, language) })}
      description={t('ownFields.changeTypeHelp')}
      onClose={() => (done === undefined ? onClose() : stop.current?.abort())}
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
      footer={
        <>
          <Button onPress={() => (done === undefined ? onClose() : stop.current?.abort())}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={!ready} isPending={done !== undefined}>
            {t('ownFields.convertNow', { count: ready?.trial.values.size ?? 0 })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid grid-cols-2 gap-2.5 max-[640px]:grid-cols-1">
          <Select
            label={t('ownFields.newType')}
            options={convertibleTo[definition.type].map((id) => ({ id, label: t(`option.customFields.type.${id}`) }))}
            value={to}
            onChange={(next) => {
              setTo(convertibleTo[definition.type].find((type) => type === next))
              setSaid({})
            }}
          />
          {to && <ReckoningInput definition={definition} to={to} said={said} onSay={setSaid} />}
        </div>
        {done !== undefined && ready ? (
          <ProgressBar label={t('ownFields.converting')} value={done} max={ready.trial.values.size} />
        ) : (
          to !== undefined && result === undefined && <Spinner label={t('ownFields.trial.reading')} />
        )}
        {result !== undefined && 'error' in result && <ErrorState small message={errorText(i18n, result.error)} />}
        {ready && to && done === undefined && (
          <TrialResult definition={definition} to={to} total={ready.total} trial={ready.trial} />
        )}
      </div>
    </Dialog>
  )
}

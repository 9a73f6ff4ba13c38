import { useState } from 'react'

import type { Filter, NounName } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, Dialog, RadioGroup, Segmented, TextField } from '../../ui/index.ts'
import { FilterCount } from '../filter/filter-dialog.tsx'
import { useTellError } from '../open-outside.tsx'
import type { NewSegment } from './segment-writes.ts'

const KINDS = ['live', 'fixed'] as const
const NOUNS = ['customers', 'deals'] as const

/** Asks what a new segment is called and whether it is live; what it is a segment of, where that is not known yet. */
export const SegmentDialog = ({
  noun,
  filter,
  text,
  onSave,
  onClose,
}: {
  noun?: NounName
  filter: Filter
  /** Words searched for in the list that it is made of. */
  text?: string
  onSave: (segment: NewSegment) => Promise<void>
  onClose: () => void
}) => {
  const { t, tx } = useI18n()
  const tellError = useTellError()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('live')
  const [chosen, setChosen] = useState<NounName>(noun ?? 'customers')
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const wanted = name.trim()
  const save = async () => {
    setTried(true)
    if (wanted === '' || saving) return
    setSaving(true)
    try {
      await onSave({ noun: chosen, name: wanted, kind, filter, text })
      onClose()
    } catch (error) {
      setSaving(false)
      tellError(error)
    }
  }
  return (
    <Dialog
      isOpen
      size="sm"
      title={t(noun ? 'segments.saveAs' : 'segments.new')}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        void save()
      }}
      footer={
        <>
          {noun && (
            <span className="me-auto text-ink-muted">
              <FilterCount noun={noun} filter={filter} {...(kind === 'fixed' && text && { text })} />
            </span>
          )}
          <Button onPress={onClose}>{t('segments.cancel')}</Button>
          <Button variant="primary" type="submit" isPending={saving}>
            {t('segments.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          autoFocus
          isRequired
          label={t('segments.name')}
          value={name}
          onChange={setName}
          {...(tried && wanted === '' && { errorMessage: t('segments.nameMissing') })}
        />
        {!noun && (
          <Segmented
            label={t('segments.noun')}
            options={NOUNS.map((id) => ({ id, label: tx(`noun.${id}.title`, id) }))}
            value={chosen === 'deals' ? 'deals' : 'customers'}
            onChange={setChosen}
          />
        )}
        <RadioGroup
          label={t('segments.kind')}
          options={KINDS.map((id) => ({
            id,
            label: t(`segments.kind.${id}`),
            detail: t(`segments.kind.${id}.detail`),
          }))}
          value={kind}
          onChange={setKind}
        />
        {text && kind === 'live' && <p className="text-ink-muted text-sm">{t('segments.textLeftOut')}</p>}
      </div>
    </Dialog>
  )
}

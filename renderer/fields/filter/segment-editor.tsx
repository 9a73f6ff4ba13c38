import { createContext, type FormEvent, use, useState } from 'react'

import type { InSegment, NounName } from '../../../shared/domain/index.ts'
import { useAll } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, Segmented, Select } from '../../ui/index.ts'
import { useCatalog } from '../lookups.ts'
import { dependsOn, relatedChoices } from './node-model.ts'

/** The segment whose conditions are being edited: it can't be made of itself. */
const EditedSegment = createContext<string | undefined>(undefined)
export const EditedSegmentProvider = EditedSegment.Provider

/** The segments that a filter of a noun may name: of the noun itself, and of what its records are linked with. */
const useSegmentOptions = (noun: NounName) => {
  const { tx } = useI18n()
  const catalog = useCatalog()
  const all = useAll('segments')
  const edited = use(EditedSegment)
  const nouns = [
    noun,
    ...relatedChoices(catalog, noun).flatMap(({ noun: other, by }) => (by || other === noun ? [] : [other])),
  ]
  return nouns.flatMap((each) =>
    (all ?? [])
      .filter((one) => one.noun === each && (edited === undefined || !dependsOn(all ?? [], one.id, edited)))
      .map(({ id, name }) => ({
        id,
        label: name,
        ...(nouns.length > 1 && { group: tx(`noun.${each}.title`, each) }),
      })),
  )
}

/** Whether a record is in a segment. */
export const SegmentEditor = ({
  noun,
  node,
  onApply,
  onRemove,
}: {
  noun: NounName
  node?: InSegment
  onApply: (node: InSegment) => void
  onRemove?: () => void
}) => {
  const { t } = useI18n()
  const [edited, setEdited] = useState<InSegment>(node ?? { op: 'in', segment: '' })
  const options = useSegmentOptions(noun)
  const apply = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (edited.segment !== '') onApply(edited)
  }
  return (
    <form onSubmit={apply} className="flex w-72 flex-col gap-2.5">
      <Segmented
        label={t('segments.inOrNot')}
        options={[
          { id: 'in', label: t('segments.in') },
          { id: 'notIn', label: t('segments.notIn') },
        ]}
        value={edited.op}
        onChange={(op) => setEdited({ ...edited, op })}
      />
      {options.length === 0 ? (
        <p className="text-ink-muted">{t('segments.noneToChoose')}</p>
      ) : (
        <Select
          autoFocus
          label={t('segments.one')}
          options={options}
          value={edited.segment}
          onChange={(segment) => setEdited({ ...edited, segment: segment ?? '' })}
        />
      )}
      <EditorButtons isComplete={edited.segment !== ''} {...(onRemove && { onRemove })} />
    </form>
  )
}

/** The end of every small editor: take it away, or let it hold. */
export const EditorButtons = ({ isComplete, onRemove }: { isComplete: boolean; onRemove?: () => void }) => {
  const { t } = useI18n()
  return (
    <div className="flex justify-between gap-2">
      {onRemove ? (
        <Button variant="quiet" onPress={onRemove}>
          {t('customers.filter.remove')}
        </Button>
      ) : (
        <span />
      )}
      <Button variant="primary" type="submit" isDisabled={!isComplete}>
        {t('customers.filter.apply')}
      </Button>
    </div>
  )
}

import { type FormEvent, useState } from 'react'

import { consentChannels, type Group } from '../../../shared/domain/index.ts'
import { useListItems } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Select } from '../../ui/index.ts'
import { useLabels } from '../use-format.ts'
import { type Reach, reachGroup } from './node-model.ts'
import { EditorButtons } from './segment-editor.tsx'

const ANY = 'any'

/** Who may be written to: by which way, and for what. */
export const ReachEditor = ({
  reach,
  onApply,
  onRemove,
}: {
  reach?: Reach
  onApply: (node: Group) => void
  onRemove?: () => void
}) => {
  const { t } = useI18n()
  const labels = useLabels()
  const [edited, setEdited] = useState<Reach>(reach ?? { channel: 'email' })
  const purposes = (useListItems('purpose') ?? []).filter(({ id, retired }) => !retired || id === edited.purpose)
  const apply = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    onApply(reachGroup(edited))
  }
  return (
    <form onSubmit={apply} className="flex w-72 flex-col gap-2.5">
      <p className="font-[560]">{t('segments.reach')}</p>
      <Select
        autoFocus
        label={t('segments.reach.purpose')}
        options={[
          { id: ANY, label: t('segments.reach.anyPurpose') },
          ...purposes.map(({ id }) => ({ id, label: labels.item(id) })),
        ]}
        value={edited.purpose ?? ANY}
        onChange={(purpose) => setEdited({ ...edited, purpose: purpose === ANY ? undefined : purpose })}
      />
      <Select
        label={t('segments.reach.channel')}
        options={consentChannels.map((id) => ({ id, label: t(`segments.by.${id}`) }))}
        value={edited.channel}
        onChange={(next) => setEdited({ ...edited, channel: consentChannels.find((id) => id === next) ?? 'email' })}
      />
      <EditorButtons isComplete {...(onRemove && { onRemove })} />
    </form>
  )
}

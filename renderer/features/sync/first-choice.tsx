import { useState } from 'react'

import { useI18n } from '../../i18n/index.ts'
import { Button, RadioGroup } from '../../ui/index.ts'
import { openDialog } from '../../view-state/index.ts'
import { type PlaceKind, placeKinds } from './place/place-draft.ts'
import { Section } from './section.tsx'

/** While the book does not sync: what there is to choose from, and the two ways to begin. */
export const FirstChoice = () => {
  const { t } = useI18n()
  const [place, setPlace] = useState<PlaceKind>('couchdb')
  return (
    <Section title={t('sync.title')} help={t('sync.help')}>
      <RadioGroup<PlaceKind>
        label={t('sync.where')}
        options={placeKinds.map((id) => ({ id, label: t(`sync.place.${id}`), detail: t(`sync.place.${id}Help`) }))}
        value={place}
        onChange={setPlace}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onPress={() => openDialog({ kind: 'setUpSync', place })}>
          {t('sync.makeAvailable')}
        </Button>
        <Button onPress={() => openDialog({ kind: 'joinBook' })}>{t('sync.joinEllipsis')}</Button>
      </div>
      <p className="text-ink-muted">{t('sync.offHelp')}</p>
    </Section>
  )
}

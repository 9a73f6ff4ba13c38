import { useState } from 'react'

import { type ListName, listNames } from '../../../../shared/domain/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Select } from '../../../ui/index.ts'
import { Section } from '../section.tsx'
import { ListEditor } from './list-editor.tsx'

/** The lists that the owner edits, one at a time. */
export const ListsSettings = () => {
  const { t } = useI18n()
  const [list, setList] = useState<ListName>('source')
  return (
    <Section title={t('settings.lists')} help={t('settings.listsHelp')}>
      <Select
        label={t('settings.list')}
        options={listNames.map((id) => ({ id, label: t(`listName.${id}`) }))}
        value={list}
        onChange={(next) => setList(listNames.find((id) => id === next) ?? list)}
      />
      <ListEditor key={list} list={list} />
    </Section>
  )
}

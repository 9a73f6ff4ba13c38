import { useState } from 'react'

import { useI18n } from '../../i18n/index.ts'
import { PageHeader, Tabs } from '../../ui/index.ts'
import { ChecksTab } from './checks/checks-tab.tsx'
import { CleanupTab } from './cleanup/cleanup-tab.tsx'
import { SuggestionsTab } from './suggestions/suggestions-tab.tsx'

/** How healthy the book's data is, and what to do about it. */
export const UpkeepPage = () => {
  const { t } = useI18n()
  const [tab, setTab] = useState('checks')
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader title={t('upkeep.title')} />
      <Tabs
        className="flex-1"
        label={t('upkeep.title')}
        selected={tab}
        onSelect={setTab}
        items={[
          { id: 'checks', label: t('upkeep.tab.checks'), content: <ChecksTab /> },
          { id: 'suggestions', label: t('upkeep.tab.suggestions'), content: <SuggestionsTab /> },
          { id: 'cleanup', label: t('upkeep.tab.cleanup'), content: <CleanupTab /> },
        ]}
      />
    </div>
  )
}

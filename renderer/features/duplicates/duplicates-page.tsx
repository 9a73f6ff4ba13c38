import { useState } from 'react'

import { useI18n } from '../../i18n/index.ts'
import { Button, PageHeader, Segmented } from '../../ui/index.ts'
import { Found } from './found/found.tsx'
import { useScan } from './found/use-scan.ts'
import { MergedList } from './past/merged-list.tsx'
import { NotSameList } from './past/not-same-list.tsx'

const parts = ['found', 'notSame', 'merged'] as const
type Part = (typeof parts)[number]

/** Customers that may be the same: found, told apart, merged. Looks as soon as it is opened. */
export const DuplicatesPage = () => {
  const { t } = useI18n()
  const [part, setPart] = useState<Part>('found')
  const { scan, again, stop } = useScan()
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader title={t('duplicates.title')}>
        {scan.state !== 'scanning' && <Button onPress={again}>{t('duplicates.again')}</Button>}
      </PageHeader>
      <div className="border-line border-b px-4 pb-2.5">
        <Segmented<Part>
          label={t('duplicates.title')}
          options={parts.map((id) => ({ id, label: t(`duplicates.part.${id}`) }))}
          value={part}
          onChange={setPart}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        {part === 'found' && <Found scan={scan} onAgain={again} onStop={stop} />}
        {part === 'notSame' && <NotSameList />}
        {part === 'merged' && <MergedList />}
      </div>
    </div>
  )
}

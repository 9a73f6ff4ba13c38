import { useMemo, useState } from 'react'

import type { DuplicateGroup } from '../../../../shared/merging/index.ts'
import { useRecords } from '../../../data/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { GroupItem } from './group-item.tsx'

const PAGE = 30

/** Groups of likely duplicates, the first of them; more on demand. */
export const GroupList = ({ groups }: { groups: readonly DuplicateGroup[] }) => {
  const { t } = useI18n()
  const [limit, setLimit] = useState(PAGE)
  const shown = groups.slice(0, limit)
  const memberIds = useMemo(() => [...new Set(groups.slice(0, limit).flatMap((group) => group.ids))], [groups, limit])
  const records = useRecords('customers', memberIds)
  const companyIds = useMemo(
    () => [...new Set([...records.values()].flatMap(({ companyId }) => companyId ?? []))],
    [records],
  )
  const companies = useRecords('customers', companyIds)
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {shown
          // What was merged or deleted goes at once; the scan follows a little later.
          .filter(({ ids }) => ids.every((id) => records.get(id)?.deletedAt === undefined))
          .map((group) => (
            <GroupItem key={group.ids.join()} group={group} records={records} companies={companies} />
          ))}
      </ul>
      {groups.length > limit && (
        <Button className="m-4" onPress={() => setLimit(limit + PAGE)}>
          {t('duplicates.more')}
        </Button>
      )}
    </>
  )
}

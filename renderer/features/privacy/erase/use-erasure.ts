import { useEffect, useState } from 'react'

import type { DealFate, ErasePlan, PersonRecords } from '../../../../shared/privacy/index.ts'
import { type Backup, planErasure, useBook } from '../../../data/index.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { useI18n } from '../../../i18n/index.ts'

/** What an erasure would do now; null where the person is not there any more. */
export const useErasure = (
  id: string,
  deals: DealFate,
): { plan: ErasePlan; records: PersonRecords } | null | undefined => {
  const book = useBook()
  const { t } = useI18n()
  const [planned, setPlanned] = useState<{ plan: ErasePlan; records: PersonRecords } | null>()
  useEffect(() => {
    let wanted = true
    planErasure(book, id, { deals, dealTitle: t('privacy.erase.dealTitle') }).then(
      (found) => wanted && setPlanned(found ?? null),
      () => wanted && setPlanned(null),
    )
    return () => {
      wanted = false
    }
  }, [book, id, deals, t])
  return planned
}

/** The backups there are, newest first; none where they can't be listed. */
export const useBackupList = (): readonly Backup[] | undefined => {
  const desktop = useDesktop()
  const [backups, setBackups] = useState<readonly Backup[]>()
  useEffect(() => {
    let wanted = true
    desktop.call('backups.list', {}).then(
      (answer) => wanted && setBackups(answer.backups),
      () => wanted && setBackups([]),
    )
    return () => {
      wanted = false
    }
  }, [desktop])
  return backups
}

import { useNavigate } from '@tanstack/react-router'
import { List } from 'lucide-react'

import type { NounName } from '../../../shared/domain/index.ts'
import { showList } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { resetActivityView, setDealsView } from '../../view-state/index.ts'

/** Leads to the list of what an import made, or for what has no such list to where it stands. */
export const ShowImported = ({ importId, noun, count }: { importId: string; noun: NounName; count: number }) => {
  const { t, tx } = useI18n()
  const navigate = useNavigate()
  const show = () => {
    if (noun === 'customers' || noun === 'deals') {
      if (noun === 'deals') setDealsView({ mode: 'list' })
      showList(noun, [{ column: 'importId', op: 'is', values: [importId] }])
      void navigate({ to: `/${noun}` })
    } else {
      resetActivityView({ kind: noun })
      void navigate({ to: '/activity' })
    }
  }
  return (
    <Button icon={List} onPress={show}>
      {t('transfer.show', { what: tx(`noun.${noun}`, noun, { count }) })}
    </Button>
  )
}

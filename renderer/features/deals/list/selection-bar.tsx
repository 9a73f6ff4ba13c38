import { Download, Trash2 } from 'lucide-react'

import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { useDealActions } from '../deal-actions.ts'

/** What can be done with the deals that are selected. */
export const SelectionBar = ({
  label,
  selectedIds,
  onExport,
  onDone,
}: {
  label: string
  selectedIds: () => Promise<string[]>
  onExport: (ids: string[]) => void
  onDone: () => void
}) => {
  const { t } = useI18n()
  const actions = useDealActions()
  const tellError = useTellError()
  const remove = async () => actions.remove(await selectedIds())
  return (
    <div className="flex flex-none items-center gap-2 border-line border-b bg-accent-soft px-[18px] py-1.5">
      <span className="font-[560]">{label}</span>
      <Button small icon={Trash2} onPress={() => void remove().then(onDone, tellError)}>
        {t('deals.delete')}
      </Button>
      <Button small icon={Download} onPress={() => void selectedIds().then(onExport, tellError)}>
        {t('deals.export')}
      </Button>
      <Button small variant="quiet" onPress={onDone}>
        {t('ui.clear')}
      </Button>
    </div>
  )
}

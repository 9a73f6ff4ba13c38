import { useState } from 'react'

import type { Filter, FilterNode, NounName } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { useSelect } from '../../read-model/hooks.ts'
import { Button, Dialog } from '../../ui/index.ts'
import { FilterTree } from './filter-tree.tsx'
import { usable } from './node-model.ts'

/** How many records fit a filter, live. */
export const FilterCount = ({ noun, filter, text }: { noun: NounName; filter: Filter; text?: string }) => {
  const { tx } = useI18n()
  const { count, loading } = useSelect({ noun, filter: usable(filter), ...(text && { text }), offset: 0, limit: 0 })
  return (
    <span role="status" className={loading ? 'text-ink-faint' : 'font-[560]'}>
      {tx(`noun.${noun}`, '', { count })}
    </span>
  )
}

/** Builds a whole filter: groups, linked records, segments. Nothing holds until it is applied. */
export const FilterDialog = ({
  noun,
  filter,
  onApply,
  onClose,
}: {
  noun: NounName
  filter: Filter
  onApply: (filter: FilterNode[]) => void
  onClose: () => void
}) => {
  const { t } = useI18n()
  const [edited, setEdited] = useState<Filter>(filter)
  return (
    <Dialog
      isOpen
      size="lg"
      title={t('segments.builder.title')}
      description={t('segments.builder.detail')}
      onClose={onClose}
      isDismissable={false}
      footer={
        <>
          <span className="me-auto">
            <FilterCount noun={noun} filter={edited} />
          </span>
          <Button onPress={onClose}>{t('segments.cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => {
              onApply(usable(edited))
              onClose()
            }}
          >
            {t('customers.filter.apply')}
          </Button>
        </>
      }
    >
      <FilterTree noun={noun} filter={edited} onChange={setEdited} />
    </Dialog>
  )
}

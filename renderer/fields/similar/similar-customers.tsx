import { Info, TriangleAlert } from 'lucide-react'

import { useI18n } from '../../i18n/index.ts'
import { cx, Icon } from '../../ui/index.ts'
import type { FormValues } from '../form-model.ts'
import { exactReason } from './reason-words.ts'
import { SimilarList } from './similar-list.tsx'
import { useSimilar } from './use-similar.ts'

/** Outside the dialog where the window has room for it, so that no field moves while someone types. */
const beside =
  'min-[1180px]:absolute min-[1180px]:start-full min-[1180px]:top-0 min-[1180px]:ms-3 min-[1180px]:w-[290px] min-[1180px]:max-h-full min-[1180px]:overflow-auto min-[1180px]:shadow-float'

/**
 * Beside the form of a new customer: who is in the book already and may be the same. Nothing is held up by it.
 * @param onUse takes the one of the book in the place of a new one
 */
export const SimilarCustomers = ({
  values,
  onOpen,
  onUse,
}: {
  values: FormValues
  onOpen: (id: string) => void
  onUse: (id: string) => void
}) => {
  const { t } = useI18n()
  const found = useSimilar(values)
  const exact = found.map(({ reasons }) => exactReason(reasons)).find((reason) => reason !== undefined)
  const title = exact ? t(`duplicates.exact.${exact}`) : t('duplicates.maybe')
  return (
    <>
      <p role="status" className="sr-only">
        {found.length > 0 && `${title} ${t('duplicates.hintCount', { count: found.length })}`}
      </p>
      {found.length > 0 && (
        <section
          aria-label={title}
          className={cx('flex gap-2 rounded-lg px-3 py-2.5', beside, exact ? 'bg-amber-soft' : 'bg-blue-soft')}
        >
          <Icon of={exact ? TriangleAlert : Info} className={cx('mt-px', exact ? 'text-amber' : 'text-blue')} />
          <div className="flex min-w-0 flex-1 flex-col gap-2">
            <p className={cx('font-[560]', exact ? 'text-amber' : 'text-blue')}>{title}</p>
            <SimilarList found={found} onOpen={onOpen} onUse={onUse} />
          </div>
        </section>
      )}
    </>
  )
}

import { Link } from '@tanstack/react-router'
import { FileDown } from 'lucide-react'

import { useI18n } from '../i18n/index.ts'
import { Icon } from '../ui/index.ts'
import { useImportWork } from '../view-state/index.ts'

const FULL = 100

/** Tells at the foot of the navigation how far an import is that runs beside the page, and leads back to it. */
export const ImportStatus = () => {
  const { t, format } = useI18n()
  const status = useImportWork((work) => work.status)
  if (!status) return null
  const { state, done, total, fileName } = status
  const share = total === 0 ? 0 : done / total
  const text = t(`app.import.${state}`, { share: format.percent(share) })
  return (
    <Link
      to="/import"
      title={t('app.import.back', { fileName })}
      draggable={false}
      className="flex flex-col gap-1.5 rounded-md p-2 text-ink-muted text-xs hover:bg-sunk hover:text-ink"
    >
      <span className="flex items-center gap-[7px] max-[960px]:justify-center">
        <Icon of={FileDown} size={14} />
        <span className="min-w-0 truncate max-[960px]:sr-only">{text}</span>
      </span>
      <span aria-hidden className="h-1 overflow-hidden rounded-full bg-sunk">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${share * FULL}%` }} />
      </span>
    </Link>
  )
}

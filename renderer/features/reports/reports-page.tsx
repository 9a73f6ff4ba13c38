import { Link } from '@tanstack/react-router'

import { useI18n } from '../../i18n/index.ts'
import { cx, Icon } from '../../ui/index.ts'
import { isReport, kinds, reportIds } from './kinds.ts'
import { ReportScreen } from './report-screen.tsx'

const itemClass =
  'flex items-center gap-2.5 rounded-md px-2 py-1.5 font-[500] text-ink-muted hover:bg-sunk hover:text-ink'

/** How business goes: one report at a time, the others beside it. */
export const ReportsPage = ({ report }: { report?: string | undefined }) => {
  const { t } = useI18n()
  const open = isReport(report) ? report : 'pipeline'
  return (
    <ReportScreen
      key={open}
      id={open}
      nav={
        <nav
          aria-label={t('reports.title')}
          className="flex flex-col gap-0.5 overflow-auto border-line border-e p-2.5 max-[820px]:flex-row max-[820px]:border-e-0 max-[820px]:border-b"
        >
          {reportIds.map((id) => (
            <Link
              key={id}
              to="/reports/$report"
              params={{ report: id }}
              className={cx(itemClass, id === open && 'bg-sunk text-ink')}
              aria-current={id === open ? 'page' : undefined}
            >
              <Icon of={kinds[id].icon} />
              <span className="truncate">{t(`reports.${id}`)}</span>
            </Link>
          ))}
        </nav>
      }
    />
  )
}

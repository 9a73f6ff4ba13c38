import { TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'

import { useAll } from '../../../../data/index.ts'
import { useTellError } from '../../../../fields/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import { Button, Icon } from '../../../../ui/index.ts'
import type { Resumable } from '../../../../workers/import-protocol.ts'
import type { WizardActions } from '../wizard-actions.ts'

/** Imports that ended in the middle, by a crash or a closed window: each goes on where it was, or is left as it is. */
export const BrokenOff = ({ actions }: { actions: WizardActions }) => {
  const { t, format } = useI18n()
  const tellError = useTellError()
  const [found, setFound] = useState<readonly Resumable[]>([])
  const { resumable, abandon, resume } = actions
  const runs = useAll('imports')?.filter(({ state }) => state === 'running').length ?? 0
  useEffect(() => {
    let wanted = true
    const show = (next: readonly Resumable[]) => {
      if (wanted) setFound(next)
    }
    if (runs === 0) show([])
    else resumable().then(show, () => show([]))
    return () => {
      wanted = false
    }
  }, [runs, resumable])
  if (found.length === 0) return null
  return (
    <section aria-label={t('transfer.brokenOff')} className="flex flex-col gap-2">
      {found.map((each) => (
        <div key={each.importId} className="flex flex-wrap items-center gap-3 rounded-lg bg-amber-soft px-3.5 py-3">
          <Icon of={TriangleAlert} className="text-amber" />
          <div className="min-w-48 flex-1">
            <p className="font-[560]">{t('transfer.brokenOff.title', { name: each.fileName })}</p>
            <p className="text-ink-muted text-sm">
              {t('transfer.brokenOff.detail', {
                done: format.number(each.rowsDone),
                total: format.number(each.rowsTotal),
                when: format.instant(each.createdAt, 'relative'),
              })}
            </p>
          </div>
          <div className="flex gap-2">
            <Button onPress={() => void abandon(each.importId).catch(tellError)}>{t('transfer.brokenOff.drop')}</Button>
            <Button variant="primary" onPress={() => void resume(each)}>
              {t('transfer.resume')}
            </Button>
          </div>
        </div>
      ))}
    </section>
  )
}

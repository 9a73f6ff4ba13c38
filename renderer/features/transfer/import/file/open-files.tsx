import { ArrowRight, Check, X } from 'lucide-react'

import { errorText, useI18n } from '../../../../i18n/index.ts'
import { Badge, Button, Icon, IconButton } from '../../../../ui/index.ts'
import { sourceLabel } from '../../source-label.ts'
import type { WizardActions } from '../wizard-actions.ts'
import type { Wizard, WizardFile } from '../wizard-store.ts'

const About = ({ file }: { file: WizardFile }) => {
  const i18n = useI18n()
  const { t, tx } = i18n
  if (file.error) return <p className="text-red text-sm">{errorText(i18n, file.error)}</p>
  if (!file.analysis) return null
  const { source, noun, rowCount } = file.analysis
  const what = [sourceLabel(source, i18n), tx(`noun.${noun}.title`, noun), t('transfer.rows', { count: rowCount })]
  return <p className="text-ink-muted text-sm">{what.filter((part) => part !== undefined).join(' · ')}</p>
}

/** The files that were chosen and wait: nothing is lost by going back to the beginning. */
export const OpenFiles = ({ state, actions }: { state: Wizard; actions: WizardActions }) => {
  const { t } = useI18n()
  const { files, current } = state
  if (files.length === 0) return null
  const broken = files.some(({ error }) => error)
  return (
    <section aria-label={t('transfer.openFiles')} role={broken ? 'alert' : undefined}>
      <h2 className="mb-1 font-semibold">{t('transfer.openFiles')}</h2>
      <ul className="rounded-lg border border-line">
        {files.map((file) => (
          <li key={file.key} className="flex items-center gap-3 border-line border-b px-3 py-2 last:border-b-0">
            <div className="min-w-0 flex-1">
              <p className="truncate font-[560]">
                <bdi>{file.name}</bdi>
              </p>
              <About file={file} />
            </div>
            {file.state === 'done' && (
              <Badge tone="good">
                <Icon of={Check} size={12} />
                {t('transfer.fileDone')}
              </Badge>
            )}
            {file.analysis && file.state === 'open' && (
              <Button
                variant={file.key === current ? 'primary' : 'secondary'}
                small
                aria-label={t('transfer.goOnWith', { name: file.name })}
                onPress={() => void actions.take(file.key)}
              >
                {t('transfer.goOn')}
                <Icon of={ArrowRight} size={14} flip />
              </Button>
            )}
            <IconButton
              icon={X}
              small
              label={t('transfer.forget', { name: file.name })}
              onPress={() => void actions.drop(file.key)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

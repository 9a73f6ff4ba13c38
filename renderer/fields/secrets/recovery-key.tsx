import { Copy, Printer } from 'lucide-react'

import { useI18n } from '../../i18n/index.ts'
import { Button, Checkbox, toast } from '../../ui/index.ts'
import { useTellError } from '../open-outside.tsx'
import { useToday } from '../use-today.ts'
import { PrintSheet } from './print-sheet.tsx'

/** A recovery key, shown this once: to be printed or copied, and put away. `isKept` opens the way on. */
export const RecoveryKey = ({
  recoveryKey,
  isKept,
  onKept,
}: {
  recoveryKey: string
  isKept: boolean
  onKept: (isKept: boolean) => void
}) => {
  const { t, format } = useI18n()
  const tellError = useTellError()
  const today = useToday()
  const copy = () => {
    navigator.clipboard.writeText(recoveryKey).then(() => toast({ message: t('secrets.copied') }), tellError)
  }
  return (
    <section aria-label={t('secrets.recoveryKey')} className="flex flex-col gap-3">
      <p>{t('secrets.recoveryHelp')}</p>
      <output
        dir="ltr"
        className="select-all break-words rounded-lg border border-line bg-sunk px-3 py-2.5 text-center font-mono text-[15px]"
      >
        {recoveryKey}
      </output>
      <div className="flex flex-wrap gap-2">
        <Button autoFocus icon={Printer} onPress={() => window.print()}>
          {t('secrets.print')}
        </Button>
        <Button icon={Copy} onPress={copy}>
          {t('secrets.copy')}
        </Button>
      </div>
      <p className="text-ink-muted">{t('secrets.recoveryOnce')}</p>
      <Checkbox value={isKept} onChange={onKept}>
        {t('secrets.putAway')}
      </Checkbox>
      <PrintSheet>
        <h1>{t('secrets.sheetTitle')}</h1>
        <p>{t('secrets.recoveryHelp')}</p>
        <p dir="ltr" className="key">
          {recoveryKey}
        </p>
        <p>{format.day(today, 'medium')}</p>
      </PrintSheet>
    </section>
  )
}

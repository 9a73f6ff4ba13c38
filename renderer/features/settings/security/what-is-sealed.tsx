import { Check, Minus, TriangleAlert } from 'lucide-react'

import { useI18n } from '../../../i18n/index.ts'
import { Icon, type IconType } from '../../../ui/index.ts'
import { useHostInfo } from '../about-settings.tsx'

const sealed = ['records', 'files', 'backups', 'window'] as const
const open = ['copies', 'exports', 'sizes', 'whileOpen'] as const

const Line = ({ icon, text, isSealed }: { icon: IconType; text: string; isSealed: boolean }) => (
  <li className="flex gap-2">
    <Icon of={icon} size={15} className={isSealed ? 'mt-[3px] text-green' : 'mt-[3px] text-ink-faint'} />
    <span>{text}</span>
  </li>
)

/** What a passphrase keeps from who has the computer, and what it does not. */
export const WhatIsSealed = () => {
  const { t } = useI18n()
  const info = useHostInfo()
  return (
    <div className="flex flex-col gap-3">
      {info?.ownBrowser && (
        <p className="flex items-start gap-2 text-amber">
          <Icon of={TriangleAlert} size={15} className="mt-[3px]" />
          <span>{t('lock.ownBrowser', { address: window.location.origin })}</span>
        </p>
      )}
      <div>
        <h3 className="mb-1 font-[560]">{t('lock.sealed')}</h3>
        <ul className="flex flex-col gap-1">
          {sealed.map((what) => (
            <Line key={what} icon={Check} isSealed text={t(`lock.sealed.${what}`)} />
          ))}
        </ul>
      </div>
      <div>
        <h3 className="mb-1 font-[560]">{t('lock.notSealed')}</h3>
        <ul className="flex flex-col gap-1 text-ink-muted">
          {open.map((what) => (
            <Line key={what} icon={Minus} isSealed={false} text={t(`lock.notSealed.${what}`)} />
          ))}
        </ul>
      </div>
    </div>
  )
}

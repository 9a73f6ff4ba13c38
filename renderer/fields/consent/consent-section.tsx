import { useId } from 'react'

import { type Customer, consentChannels, consentHistory } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Badge, Icon } from '../../ui/index.ts'
import { useLabels } from '../use-format.ts'
import { consentIcons } from './channel-icons.ts'
import { ConsentCell } from './consent-cell.tsx'
import { EmailStates } from './email-states.tsx'
import { StatementText } from './statement-text.tsx'
import { usePurposes } from './use-purposes.ts'

const Statements = ({ customer }: { customer: Customer }) => {
  const { t } = useI18n()
  const { item } = useLabels()
  const statements = consentHistory(customer)
  if (statements.length === 0) return null
  return (
    <details>
      <summary className="cursor-default font-[560] text-ink-muted">{t('privacy.history')}</summary>
      <ol className="mt-1 flex flex-col">
        {statements.map((statement) => (
          <li key={statement.id} className="border-line border-b py-1.5 last:border-b-0">
            <span className="flex items-center gap-1.5">
              {item(statement.purpose)} · {t(`privacy.channel.${statement.channel}`)}
              <Badge tone={statement.state === 'given' ? 'good' : 'bad'}>{t(`privacy.state.${statement.state}`)}</Badge>
            </span>
            <StatementText statement={statement} />
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Whether a customer may be written to: for each purpose and channel what holds, and every statement as proof. */
export const ConsentSection = ({ customer }: { customer: Customer }) => {
  const { t } = useI18n()
  const id = useId()
  const used = Object.values(customer.consents ?? {}).map(({ purpose }) => purpose)
  const purposes = usePurposes(used)
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="font-[560] text-ink-faint text-xs">
        {t('privacy.section')}
      </h3>
      <table className="w-full" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col" className="text-start font-normal">
              <span className="sr-only">{t('privacy.purpose')}</span>
            </th>
            {consentChannels.map((channel) => (
              <th key={channel} scope="col" className="w-[72px] px-1 font-normal text-ink-muted text-xs">
                <span className="flex flex-col items-center gap-0.5">
                  <Icon of={consentIcons[channel]} size={14} />
                  {t(`privacy.channel.${channel}`)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {purposes.map((purpose) => (
            <tr key={purpose.id} className="border-line border-t">
              <th scope="row" className="py-1 pe-2 text-start font-normal">
                <bdi>{purpose.label}</bdi>
              </th>
              {consentChannels.map((channel) => (
                <td key={channel} className="py-1 text-center">
                  <ConsentCell customer={customer} purpose={purpose} channel={channel} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-ink-faint text-xs">{t('privacy.sectionHelp')}</p>
      <EmailStates customer={customer} purposes={purposes.map((purpose) => purpose.id)} />
      <Statements customer={customer} />
    </section>
  )
}

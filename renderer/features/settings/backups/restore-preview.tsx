import { displayName } from '../../../../shared/domain/index.ts'
import type { RestorePlan } from '../../../data/index.ts'
import { useRecords } from '../../../data/index.ts'
import { type MessageKey, useI18n } from '../../../i18n/index.ts'
import type { Preview } from './backup-actions.ts'

type Kind = RestorePlan['steps'][number]['kind']

const EXAMPLES = 5
const kinds: readonly Kind[] = ['bringBack', 'change', 'trash']
const messageOf = {
  bringBack: 'settings.willBringBack',
  change: 'settings.willChange',
  trash: 'settings.willTrash',
} as const satisfies Record<Kind, MessageKey>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What a restore would do, by kind, with the names of a few customers of each. */
export const RestorePreview = ({ preview: { plan, records, isOther } }: { preview: Preview }) => {
  const { t, format } = useI18n()
  const examples = (kind: Kind): string[] =>
    plan.steps
      .filter((step) => step.kind === kind && step.table === 'customers')
      .slice(0, EXAMPLES)
      .map(({ id }) => id)
  const present = useRecords('customers', kinds.flatMap(examples))
  const nameOf = (id: string): string => {
    const held = present.get(id)
    if (held) return displayName(held)
    const old = records.get(`customers/${id}`)?.values ?? {}
    return displayName({
      kind: old['kind'] === 'company' ? 'company' : 'person',
      givenName: text(old['givenName']),
      familyName: text(old['familyName']),
      companyName: text(old['companyName']),
    })
  }
  if (plan.steps.length === 0) return <p>{t('settings.nothingToRestore')}</p>
  return (
    <div className="flex flex-col gap-3">
      {isOther && <p>{t('settings.restoreOther')}</p>}
      <ul className="flex flex-col gap-2.5">
        {kinds
          .filter((kind) => plan.counts[kind] > 0)
          .map((kind) => {
            const names = examples(kind).map(nameOf).filter(Boolean)
            return (
              <li key={kind}>
                <span className="font-[560]">{t(messageOf[kind], { count: plan.counts[kind] })}</span>
                {names.length > 0 && <span className="block text-ink-muted">{format.list(names, 'and')}</span>}
              </li>
            )
          })}
      </ul>
      <p className="text-ink-muted">{t('settings.restoreSafe')}</p>
    </div>
  )
}

import { Handshake } from 'lucide-react'
import { useMemo } from 'react'

import { displayName, initials, mainAddress, type NounName, primaryEmail } from '../../shared/domain/index.ts'
import { matchesText, normalize, parseTextQuery } from '../../shared/search/index.ts'
import { useRecords } from '../data/index.ts'
import { useI18n } from '../i18n/index.ts'
import type { SearchHit } from '../read-model/api.ts'
import { useSearch } from '../read-model/hooks.ts'
import type { IconType } from '../ui/index.ts'
import { type CommandContext, commandList } from './commands.ts'

/** One line of the palette. */
export type PaletteItem = {
  id: string
  group: 'found' | 'go' | 'do'
  label: string
  detail?: string
  icon?: IconType
  avatar?: { text: string; square: boolean }
  keys?: string
  run: () => void
}

const HITS = 12
const idsOf = (hits: readonly SearchHit[], noun: NounName) =>
  hits.filter((hit) => hit.noun === noun).map(({ id }) => id)

const useFound = (text: string, { navigate }: CommandContext): PaletteItem[] => {
  const { format } = useI18n()
  const { data } = useSearch(text, HITS)
  const hits = (text.trim() !== '' && data) || []
  const customers = useRecords('customers', idsOf(hits, 'customers'))
  const deals = useRecords('deals', idsOf(hits, 'deals'))
  return hits.flatMap(({ noun, id }): PaletteItem[] => {
    const customer = noun === 'customers' ? customers.get(id) : undefined
    const deal = noun === 'deals' ? deals.get(id) : undefined
    if (customer) {
      const name = displayName(customer)
      const detail = [customer.kind === 'person' ? customer.companyName : undefined, mainAddress(customer)?.city]
      const known = detail.filter(Boolean).join(' · ') || primaryEmail(customer)?.value
      return [
        {
          id: `customers/${id}`,
          group: 'found',
          label: name,
          ...(known ? { detail: known } : {}),
          avatar: { text: initials(name), square: customer.kind === 'company' },
          run: () => void navigate({ to: '/customers/$id', params: { id } }),
        },
      ]
    }
    if (!deal) return []
    return [
      {
        id: `deals/${id}`,
        group: 'found',
        label: deal.title,
        ...(deal.value === undefined ? {} : { detail: format.money(deal.value, deal.currency) }),
        icon: Handshake,
        run: () => void navigate({ to: '/deals/$id', params: { id } }),
      },
    ]
  })
}

/** What fits the typed text: records first, then places and commands. Without text, places and commands. */
export const usePaletteItems = (text: string, context: CommandContext): readonly PaletteItem[] => {
  const { t } = useI18n()
  const found = useFound(text, context)
  const own = useMemo(() => {
    const query = parseTextQuery(text)
    return commandList
      .filter((command) => !command.hidden && matchesText(query, normalize(t(command.label)), ''))
      .map(
        (command): PaletteItem => ({
          id: command.id,
          group: command.group === 'go' ? 'go' : 'do',
          label: t(command.label),
          icon: command.icon,
          ...(command.keys?.[0] === undefined ? {} : { keys: command.keys[0] }),
          run: () => command.run(context),
        }),
      )
      .sort((a, b) => Number(a.group === 'do') - Number(b.group === 'do'))
  }, [text, t, context])
  return [...found, ...own]
}

import { Link } from '@tanstack/react-router'
import { CalendarPlus, MessageSquarePlus } from 'lucide-react'

import type { Interaction } from '../../../shared/domain/index.ts'
import { interactionLine } from '../../../shared/domain/interaction/rules.ts'
import { useRecords } from '../../data/index.ts'
import { channelIcon, useLabels, useLinkedNames } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { useSelect } from '../../read-model/hooks.ts'
import { Button, Card, EmptyState, Icon, IconButton } from '../../ui/index.ts'
import { openDialog, resetActivityView } from '../../view-state/index.ts'
import { CustomerName } from './customer-name.tsx'
import { Row, RowButton, RowSkeletons } from './row.tsx'

const SHOWN = 7

const InteractionRow = ({ interaction, customer }: { interaction: Interaction; customer: string | undefined }) => {
  const { t, format } = useI18n()
  const labels = useLabels()
  const { id, channel, at, customerId, dealId, nextStep, outcome } = interaction
  const said = interactionLine(interaction) || labels.item(outcome ?? channel)
  return (
    <Row
      lead={
        <span title={labels.item(channel)} className="grid size-[22px] flex-none place-items-center text-ink-muted">
          <Icon of={channelIcon(channel)} size={15} />
        </span>
      }
      title={
        <RowButton onPress={() => openDialog({ kind: 'editInteraction', id })}>
          <bdi>{said}</bdi>
        </RowButton>
      }
      detail={
        <>
          {customerId !== undefined && customer !== undefined ? (
            <CustomerName quiet id={customerId} name={customer} />
          ) : (
            t('today.nobody')
          )}
          {nextStep !== undefined && ' · '}
          {nextStep !== undefined && <bdi>{t('today.nextStep', { step: nextStep })}</bdi>}
        </>
      }
    >
      <time dateTime={at} className="text-ink-faint text-xs">
        {format.instant(at, 'relative')}
      </time>
      <IconButton
        small
        icon={CalendarPlus}
        label={t('today.followUp', { name: customer ?? said })}
        onPress={() =>
          openDialog({
            kind: 'newTask',
            ...(customerId !== undefined && { customerId }),
            ...(dealId !== undefined && { dealId }),
            ...(nextStep !== undefined && { title: nextStep }),
          })
        }
      />
    </Row>
  )
}

/** The latest interactions, each a press away from a follow-up. */
export const RecentCard = ({ today }: { today: string }) => {
  const { t } = useI18n()
  const { ids, loading } = useSelect({
    noun: 'interactions',
    filter: [{ column: 'at', op: 'range', to: today }],
    sort: { column: 'at', descending: true },
    offset: 0,
    limit: SHOWN,
  })
  const rows = useRecords('interactions', ids)
  const interactions = ids.flatMap((id) => rows.get(id) ?? [])
  const names = useLinkedNames(interactions)
  return (
    <Card
      title={t('today.happened')}
      aside={
        <Link to="/activity" onClick={() => resetActivityView()} className="hover:text-accent hover:underline">
          {t('today.allActivity')}
        </Link>
      }
    >
      {loading && ids.length === 0 && <RowSkeletons />}
      {!loading && ids.length === 0 && (
        <EmptyState
          small
          icon={MessageSquarePlus}
          title={t('today.nothingHappened')}
          action={
            <Button small onPress={() => openDialog({ kind: 'logInteraction' })}>
              {t('today.logInteraction')}
            </Button>
          }
        >
          {t('today.nothingHappenedHint')}
        </EmptyState>
      )}
      <ul>
        {interactions.map((interaction) => (
          <InteractionRow
            key={interaction.id}
            interaction={interaction}
            customer={names.customer(interaction.customerId)}
          />
        ))}
      </ul>
    </Card>
  )
}

import type { Interaction } from '../../../../shared/domain/index.ts'
import { beforeAfter, changeText, type FormatContext, formatValue, shownField } from '../../../fields/index.ts'
import type { TimelineEntry } from './timeline-model.ts'

/** An entry in words: a title and the lines under it. */
export type EntryText = { title: string; lines: string[] }

const interactionText = (context: FormatContext, interaction: Interaction, customerId: string): EntryText => {
  const { i18n, names } = context
  const value = (key: keyof Interaction): string => {
    const column = shownField('interactions', key)
    return column ? formatValue(context, 'interactions', column, interaction[key]) : ''
  }
  const channel = value('channel')
  const other = interaction.customerId !== customerId && interaction.customerId
  const name = (other && names?.get(other)) || ''
  const title = interaction.subject
    ? `${channel}: ${interaction.subject}`
    : name
      ? i18n.t('customers.timeline.with', { channel, name })
      : channel
  const marks = [value('direction'), value('duration'), value('outcome')].filter(Boolean)
  const next = interaction.nextStep && i18n.t('customers.timeline.next', { text: interaction.nextStep })
  return { title, lines: [interaction.text ?? '', marks.join(' · '), next ?? ''].filter(Boolean) }
}

const changeEntry = (context: FormatContext, entry: TimelineEntry & { kind: 'change' | 'dealChange' }): EntryText => {
  const { i18n } = context
  const table = entry.kind === 'change' ? 'customers' : 'deals'
  const record = entry.kind === 'dealChange' ? entry.deal : undefined
  const changes = entry.history.changes.map((change) => changeText(context, table, change, record))
  const moved = entry.kind === 'dealChange' ? changes.find(({ path }) => path === 'stageId') : undefined
  if (entry.kind === 'dealChange') {
    const { title, value, currency } = entry.deal
    const worth = value === undefined ? [] : [i18n.format.money(value, currency)]
    if (moved && changes.length === 1)
      return { title: i18n.t('customers.timeline.dealMoved', { name: title, stage: moved.after }), lines: worth }
    const lines = changes.map((change) => `${change.label}: ${beforeAfter(change, i18n.dir)}`)
    return { title: i18n.t('customers.timeline.dealChanged', { name: title }), lines }
  }
  const deleted = entry.history.changes.find(({ path }) => path === 'deletedAt')
  if (deleted)
    return { title: i18n.t(deleted.after ? 'customers.timeline.deleted' : 'customers.timeline.restored'), lines: [] }
  const fields = [...new Set(changes.map(({ label }) => label))]
  const title = i18n.t('customers.timeline.changed', { fields: i18n.format.list(fields) })
  if (fields.length === 1) return { title, lines: changes.map((change) => beforeAfter(change, i18n.dir)) }
  return { title, lines: changes.map((change) => `${change.label}: ${beforeAfter(change, i18n.dir)}`) }
}

/** What an entry says. `customerId` is whose page it is: a company names the person it spoke with. */
export const entryText = (context: FormatContext, entry: TimelineEntry, customerId: string): EntryText => {
  const { t, format } = context.i18n
  switch (entry.kind) {
    case 'interaction':
      return interactionText(context, entry.interaction, customerId)
    case 'change':
    case 'dealChange':
      return changeEntry(context, entry)
    case 'dealAdded': {
      const { title, value, currency } = entry.deal
      const lines = value === undefined ? [] : [format.money(value, currency)]
      return { title: t('customers.timeline.dealAdded', { name: title }), lines }
    }
    case 'taskDone':
      return { title: t('customers.timeline.taskDone', { name: entry.task.title }), lines: [] }
    case 'fileAdded':
      return { title: t('customers.timeline.fileAdded', { name: entry.file.name }), lines: [] }
    case 'added': {
      const { createdBy, importId } = entry.customer
      const title = t(importId ? 'customers.timeline.imported' : 'customers.timeline.added')
      return { title, lines: createdBy ? [createdBy] : [] }
    }
  }
}

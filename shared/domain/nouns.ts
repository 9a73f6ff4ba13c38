import type { z } from 'zod'

import { attachments } from './attachment/attachment.ts'
import { blocklist } from './blocklist/blocklist.ts'
import { conflictDecisions } from './conflict-decision/conflict-decision.ts'
import { customFields } from './custom-field/custom-field.ts'
import { customers } from './customer/customer.ts'
import { deals } from './deal/deal.ts'
import { history } from './history/history.ts'
import { imports } from './import-batch/import-batch.ts'
import { interactions } from './interaction/interaction.ts'
import { listItems } from './list/list-item.ts'
import { notSame } from './not-same/not-same.ts'
import { pipelines } from './pipeline/pipeline.ts'
import { segments } from './segment/segment.ts'
import { settings } from './settings/settings.ts'
import { tasks } from './task/task.ts'
import { views } from './view/view.ts'

/** Every table of records, by name. */
export const nouns = {
  customers,
  deals,
  interactions,
  tasks,
  pipelines,
  listItems,
  views,
  attachments,
  imports,
  settings,
  customFields,
  segments,
  notSame,
  blocklist,
  conflictDecisions,
  history,
} as const

export type TableName = keyof typeof nouns
/** The record type of each table. */
export type Records = { [T in TableName]: z.infer<(typeof nouns)[T]['schema']> }
/** The nouns that lists, search and reports answer for. */
export type NounName = 'customers' | 'deals' | 'interactions' | 'tasks'

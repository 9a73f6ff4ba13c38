import type { TableName } from '../../../../shared/domain/index.ts'
import { type PersonRecords, personIds } from '../../../../shared/privacy/index.ts'
import type { FormatContext } from '../../../fields/index.ts'
import { readFields } from './person-sections.ts'

const FORMAT = 'fairbook-person-data'

type AnyRecord = Readonly<Record<string, unknown>> & { id: string }

/** Stamps are the book's own: they say which device wrote when, not what is known of the person. */
const raw = ({ stamp: _, stamps: __, ...values }: AnyRecord): Record<string, unknown> => values

/**
 * Everything about a person as JSON (two spaces of indent): each record with its raw values, and the same as label and
 * text in the reader's language. A machine-readable copy as the GDPR's article 20 asks for.
 * @param madeAt ISO 8601
 */
export const personJson = (context: FormatContext, records: PersonRecords, madeAt: string): string => {
  const list = (table: TableName, rows: readonly AnyRecord[]) =>
    rows.map((row) => ({
      ...raw(row),
      readable: readFields(context, table, row).map(({ key, label, text }) => ({ field: key, label, text })),
    }))
  return JSON.stringify(
    {
      format: FORMAT,
      version: 1,
      madeAt,
      language: context.i18n.language,
      ids: [...personIds(records)],
      customers: list('customers', [records.customer, ...records.merged]),
      deals: list('deals', records.deals),
      interactions: list('interactions', records.interactions),
      tasks: list('tasks', records.tasks),
      attachments: list('attachments', records.attachments),
      history: records.history.map(raw),
    },
    null,
    2,
  )
}

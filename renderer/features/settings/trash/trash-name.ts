import { displayName, type Records } from '../../../../shared/domain/index.ts'

type Deleted = Records['customers' | 'deals' | 'interactions' | 'tasks' | 'attachments']

/** What a deleted record is called; '' when it has no name of any kind. */
export const trashName = (row: Deleted): string => {
  if ('kind' in row) return displayName(row)
  if ('title' in row) return row.title
  if ('name' in row) return row.name
  return ('subject' in row && row.subject) || ('text' in row && row.text) || ''
}

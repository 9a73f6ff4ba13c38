import { describe, expect, it } from 'vitest'

import type { OpenConflict } from '../../../../../renderer/data/index.ts'
import { versionText } from '../../../../../renderer/features/sync/conflicts/conflict-text.ts'
import type { FormatContext } from '../../../../../renderer/fields/index.ts'
import { createI18n } from '../../../../../renderer/i18n/index.ts'
import { messages as en } from '../../../../../renderer/i18n/messages/en/index.ts'
import { plainCatalog } from '../../../../../shared/domain/index.ts'

const context: FormatContext = {
  i18n: createI18n('en', en),
  lookups: { items: new Map(), pipelines: new Map(), catalog: plainCatalog, settings: undefined },
}

const conflict = (path: string): OpenConflict => ({ table: 'customers', id: 'a', path, versions: [] })
const version = (value?: string) => ({
  stamp: '1',
  at: '2026-11-22T10:00:00.000Z',
  stands: true,
  ...(value !== undefined && { value }),
})

describe('a version of a conflict', () => {
  it('is formatted by the type of its field', () => {
    expect(versionText(context, conflict('status'), version('former')).text).toBe('Former customer')
    expect(versionText(context, conflict('tags/fair'), version('x')).text).toBe('fair')
  })

  it('says that a field was emptied', () => {
    expect(versionText(context, conflict('notes'), version()).text).toBe('emptied')
  })

  it('of a deletion is the deletion, or what was changed without knowing of it', () => {
    expect(versionText(context, conflict('deletedAt'), version('2026-11-22T10:00:00.000Z')).text).toBe('Deleted')
    const edited = { ...version(), edited: [{ path: 'status', after: 'former' }] }
    expect(versionText(context, conflict('deletedAt'), edited)).toEqual({
      stamp: '1',
      text: 'Not deleted, but changed meanwhile',
      detail: 'Changed: Status: Former customer',
    })
  })
})

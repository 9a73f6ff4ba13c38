import { create } from 'zustand'

import type { Filter, NounName } from '../../shared/domain/index.ts'
import type { SyncPlace } from '../../shared/sync/index.ts'

/** A list to export: the records of `ids`, or all that fit `query`; `columns` in their order, all where left out. */
export type ExportRequest = {
  noun: NounName
  columns?: readonly string[]
  ids?: readonly string[]
  query?: { text?: string; filter?: Filter; sort?: { column: string; descending?: boolean } }
}

/** The dialogs that any part of the window may open, with what they begin with. */
export type DialogRequest =
  | { kind: 'newCustomer'; companyId?: string; name?: string }
  | { kind: 'newDeal'; customerId?: string; pipelineId?: string; stage?: string }
  | { kind: 'newTask'; customerId?: string; dealId?: string; title?: string }
  | { kind: 'logInteraction'; customerId?: string; dealId?: string; channel?: string }
  | { kind: 'personData'; customerId: string }
  | { kind: 'erasePerson'; customerId: string }
  | { kind: 'editTask'; id: string }
  | { kind: 'editInteraction'; id: string }
  | { kind: 'mergeCustomers'; ids: readonly string[] }
  | { kind: 'duplicatesOf'; customerId: string }
  | ({ kind: 'export' } & ExportRequest)
  | { kind: 'setUpSync'; place: SyncPlace['kind'] }
  | { kind: 'joinBook'; place?: SyncPlace; password?: string }
  | { kind: 'addDevice' }
  | { kind: 'readSyncFile'; file?: File }
  | { kind: 'palette' }
  | { kind: 'keys' }

const useDialogStore = create<{ open: DialogRequest | undefined }>(() => ({ open: undefined }))

/** Opens a dialog in the place of the one that is open. */
export const openDialog = (request: DialogRequest): void => useDialogStore.setState({ open: request })
export const closeDialog = (): void => useDialogStore.setState({ open: undefined })

/** The dialog that is open, if any. */
export const useDialog = (): DialogRequest | undefined => useDialogStore(({ open }) => open)

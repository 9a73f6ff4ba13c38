import { Suspense } from 'react'

import { closeDialog, useDialog } from '../view-state/index.ts'
import type { CommandContext } from './commands.ts'
import { KeysDialog } from './keys-dialog.tsx'
import {
  AddDeviceDialog,
  DuplicatesOfDialog,
  EditInteractionDialog,
  EditTaskDialog,
  EraseDialog,
  ExportDialog,
  JoinDialog,
  LogInteractionDialog,
  MergeDialog,
  NewCustomerDialog,
  NewDealDialog,
  NewTaskDialog,
  PersonDataDialog,
  ReadFileDialog,
  SetUpDialog,
} from './pages.ts'
import { Palette } from './palette.tsx'

const OpenDialog = ({ context }: { context: CommandContext }) => {
  const request = useDialog()
  switch (request?.kind) {
    case undefined:
      return null
    case 'palette':
      return <Palette context={context} onClose={closeDialog} />
    case 'keys':
      return <KeysDialog onClose={closeDialog} />
    case 'newCustomer':
      return <NewCustomerDialog request={request} onClose={closeDialog} />
    case 'newDeal':
      return <NewDealDialog request={request} onClose={closeDialog} />
    case 'newTask':
      return <NewTaskDialog request={request} onClose={closeDialog} />
    case 'logInteraction':
      return <LogInteractionDialog request={request} onClose={closeDialog} />
    case 'editTask':
      return <EditTaskDialog key={request.id} request={request} onClose={closeDialog} />
    case 'editInteraction':
      return <EditInteractionDialog key={request.id} request={request} onClose={closeDialog} />
    case 'personData':
      return <PersonDataDialog request={request} onClose={closeDialog} />
    case 'erasePerson':
      return <EraseDialog request={request} onClose={closeDialog} />
    case 'mergeCustomers':
      return <MergeDialog key={request.ids.join()} request={request} onClose={closeDialog} />
    case 'duplicatesOf':
      return <DuplicatesOfDialog key={request.customerId} request={request} onClose={closeDialog} />
    case 'export':
      return <ExportDialog request={request} onClose={closeDialog} />
    case 'setUpSync':
      return <SetUpDialog request={request} onClose={closeDialog} />
    case 'joinBook':
      return <JoinDialog request={request} onClose={closeDialog} />
    case 'addDevice':
      return <AddDeviceDialog onClose={closeDialog} />
    case 'readSyncFile':
      return <ReadFileDialog request={request} onClose={closeDialog} />
  }
}

/** The one dialog that is open, whoever asked for it. */
export const Dialogs = ({ context }: { context: CommandContext }) => (
  <Suspense fallback={null}>
    <OpenDialog context={context} />
  </Suspense>
)

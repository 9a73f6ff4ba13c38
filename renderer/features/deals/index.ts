export { DealsPage } from './deals-page.tsx'
export { NewDealDialog } from './dialogs/new-deal-dialog.tsx'

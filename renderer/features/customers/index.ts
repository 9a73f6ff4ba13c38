export { CustomersPage } from './customers-page.tsx'
export { NewCustomerDialog } from './dialogs/new-customer-dialog.tsx'

export { EraseDialog } from './erase/erase-dialog.tsx'
export { PersonDataDialog } from './person-data/person-data-dialog.tsx'

export { ExportDialog } from './export-dialog.tsx'
export { ImportDialog } from './import-dialog.tsx'
export { ImportHistory } from './import-history.tsx'

export { ExportDialog } from './export-dialog.tsx'
export { ImportDialog } from './import-dialog.tsx'
export { PastImports } from './past-imports.tsx'

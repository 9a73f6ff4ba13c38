export { ExportDialog } from './export-dialog.tsx'
export { ImportPage } from './import/import-page.tsx'
export { PastImports } from './past/past-imports.tsx'

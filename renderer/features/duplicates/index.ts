export { DuplicatesPage } from './duplicates-page.tsx'
export { DuplicatesOfDialog } from './merge/duplicates-of-dialog.tsx'
export { MergeDialog } from './merge/merge-dialog.tsx'

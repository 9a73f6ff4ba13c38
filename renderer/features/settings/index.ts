export { SettingsPage } from './settings-page.tsx'
export { TrashPage } from './trash/trash-page.tsx'

export { UpkeepPage } from './upkeep-page.tsx'

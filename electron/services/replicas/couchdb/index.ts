export { couchTarget } from './couch-target.ts'

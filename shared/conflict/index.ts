export { type Conflict, type ConflictVersion, conflictsOf, isSuspect } from './conflicts.ts'

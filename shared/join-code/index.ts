export { type JoinCode, readJoinCode, writeJoinCode } from './join-code.ts'

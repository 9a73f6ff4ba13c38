import { AppError, type ErrorCode } from '../../shared/app-error.ts'
import type { NotStarted } from './host.ts'

/** One line for the person who started the program in a terminal. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

export const log = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

export const whyNotStarted = (why: NotStarted, port: number): string => {
  const another = `choose another port: FAIRBOOK_PORT=${port + 1} npm start`
  if (why === 'opened') return 'Fairbook is running already; its window opens again.'
  if (why === 'otherBook')
    return `Another Fairbook runs on port ${port}, on another data folder. Close it, or ${another}`
  return `Port ${port} is taken by another program. Close that program, or ${another}`
}

const sentences: Partial<Record<ErrorCode, string>> = {
  bookInUse: 'The book is open in another Fairbook on this computer or on another one. Close that one first.',
  folderMissing: 'The data folder is not there and cannot be made.',
  noAccess: 'This user may not open the data folder.',
  readOnly: 'The data folder cannot be written to.',
  newerFormat: 'The book was written by a newer Fairbook. Install that version.',
  diskFull: 'The disk is full.',
}

/** Why the start failed, in one sentence where we know one, and whole for the log where we don't. */
export const whyFailed = (error: unknown): string => {
  if (error instanceof AppError) return `Fairbook can't start. ${sentences[error.code] ?? error.message}`
  return `Fairbook can't start. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

import type { FieldPath } from './paths.ts'

/** What is wrong with a cell or a row, labelled `transfer.problem.<code>`. */
export const problemCodes = [
  'badDate',
  'dateWithoutYear',
  'badNumber',
  'badEmail',
  'badPhone',
  'badUrl',
  'badChoice',
  'tooManyChoices',
  'badLanguage',
  'badCurrency',
  'tooLong',
  'tooManyCells',
  'unknownLink',
  'noName',
  'missing',
  'rejected',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** `column` is the index in the file, absent where the row as a whole is meant. */
export type Problem = { code: ProblemCode; column?: number; path?: FieldPath; value?: string }

/** A value that is left out without harm: the row comes in, and is told. */
export const isSoft = ({ code }: Problem): boolean => code === 'dateWithoutYear'

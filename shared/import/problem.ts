import type { FieldPath } from './paths.ts'

/** What is wrong with a cell or a row, or why it is left out, labelled `transfer.problem.<code>`. */
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
  'badCountry',
  'badCurrency',
  'badPattern',
  'outOfLimits',
  'notUnique',
  'wrongKind',
  'tooLong',
  'tooManyCells',
  'unknownLink',
  'unlinked',
  'manyLinks',
  'stageGuessed',
  'noName',
  'missing',
  'rejected',
  'emailSlip',
  'blocked',
  'exists',
  'notFound',
  'duplicate',
  'sameAsBefore',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** `column` is the index in the file, absent where the row as a whole is meant. `hint` is what may have been meant. */
export type Problem = { code: ProblemCode; column?: number; path?: FieldPath; value?: string; hint?: string }

const soft = new Set<ProblemCode>([
  'dateWithoutYear',
  'emailSlip',
  'unlinked',
  'manyLinks',
  'stageGuessed',
  'wrongKind',
  'sameAsBefore',
])
/** What is left out, or only told, without harm: the row comes in. */
export const isSoft = ({ code }: Problem): boolean => soft.has(code)

const hints = new Set<ProblemCode>(['emailSlip', 'stageGuessed'])
/** Whether nothing of the row is left out. */
export const isHint = ({ code }: Problem): boolean => hints.has(code)

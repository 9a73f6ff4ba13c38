/** A pattern that is ready to use; labelled `ownFields.pattern.<id>`, its message `ownFields.patternSays.<id>`. */
type ReadyPattern = { id: ReadyPatternId; pattern: string; example: string }

const readyPatternIds = ['mobile11', 'digits', 'postcodeLt', 'postcodeIr', 'vatEu', 'iban', 'capitals'] as const
export type ReadyPatternId = (typeof readyPatternIds)[number]

/** Persian and Arabic digits are digits too: people type what their keyboard has. */
const DIGIT = '\\p{Nd}'

export const readyPatterns: readonly ReadyPattern[] = [
  { id: 'mobile11', pattern: `${DIGIT}{11}`, example: '09121234567' },
  { id: 'digits', pattern: `${DIGIT}+`, example: '40215' },
  { id: 'postcodeLt', pattern: `(LT-)?${DIGIT}{5}`, example: 'LT-44280' },
  { id: 'postcodeIr', pattern: `${DIGIT}{5}-?${DIGIT}{5}`, example: '11369-14578' },
  { id: 'vatEu', pattern: '[A-Z]{2}[0-9A-Z+*]{2,12}', example: 'LT100001234567' },
  { id: 'iban', pattern: '[A-Z]{2}[0-9]{2}( ?[0-9A-Z]{1,4}){3,8}', example: 'LT12 1000 0111 0100 1000' },
  { id: 'capitals', pattern: '[\\p{Lu}\\p{Nd}]+', example: 'AB12' },
]

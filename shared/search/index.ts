export { digitsOf, normalize } from './normalize.ts'
export { asksNothing, matchesText, parseTextQuery, type Term, type TextQuery } from './query.ts'

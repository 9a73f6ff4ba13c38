import { field, required } from '../field.ts'
import { defineNoun } from '../noun.ts'

/** Two customers that look alike and are not the same. */
export const notSame = defineNoun('notSame', {
  a: required(field.link('customers')),
  b: required(field.link('customers')),
})

/** One id for a pair, whichever way round, so that two devices that decide the same write the same record. */
export const notSameId = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`)

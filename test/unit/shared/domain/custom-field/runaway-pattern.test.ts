import { expect, it } from 'vitest'

import { readyPatterns } from '../../../../../renderer/features/settings/fields/patterns.ts'
import { isRunawayPattern } from '../../../../../shared/domain/custom-field/runaway-pattern.ts'
import { patternOf } from '../../../../../shared/domain/index.ts'

it.each([
  '(a+)+',
  '(?:a*)*',
  '([a-z]+)*',
  String.raw`(\w+\s?)*`,
  String.raw`(?<part>\d{1,3})+x`,
  '((a+))+',
  '(.*,?)*',
  '(a|b*)+',
  '(^a+)+',
  '(a{2,}){1,200}',
  'x(?:(?=a)a?)+',
])('%s is refused, which hangs on a text that does not fit', (pattern) => {
  expect(isRunawayPattern(pattern)).toBe(true)
  expect(patternOf(pattern)).toBeUndefined()
})

it.each([
  ...readyPatterns.map(({ pattern }) => pattern),
  String.raw`([\p{L}\p{N}-]+\.)+[a-z]{2,}`,
  String.raw`\d{1,3}(,\d{3})*`,
  String.raw`\+?(\d|-)+`,
  '[(a+)+]+',
  String.raw`\(a+\)+`,
  String.raw`(\u{1F600}|b)*c`,
  '(?:[A-Z][a-z]*)+',
  'a+b+c*',
])('%s is a pattern like any other', (pattern) => {
  expect(isRunawayPattern(pattern)).toBe(false)
  expect(patternOf(pattern)).toBeInstanceOf(RegExp)
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { ofPlaywright, ofVitest } from '../../../build/tally.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const report = async (content: object): Promise<string> => {
  const file = join(await tempFolder(), 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('what was skipped or left to do is not counted as passed', async () => {
  const file = await report({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 })
  expect(ofVitest(file, 0)).toEqual({ passed: 5, failed: 0, skipped: 3 })
})

test('a test that passed only when tried again has not passed', async () => {
  const file = await report({ stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 7 } })
  expect(ofPlaywright(file, 1)).toEqual({ passed: 4, failed: 3, skipped: 7 })
})

test('a run that failed without a failed test, or left no report, is a failure', async () => {
  const file = await report({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 })
  expect(ofVitest(file, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  expect(ofVitest('/no/such/report.json', 0).failed).toBe(1)
  expect(ofPlaywright('/no/such/report.json', 0).failed).toBe(1)
})

import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { realDisk } from '../../../../../electron/services/disk/disk.ts'
import { type Attempts, createAttempts } from '../../../../../electron/services/keys/attempts.ts'
import { AppError } from '../../../../../shared/app-error.ts'
import { tempFolder } from '../../../../support/temp-folder.ts'

const setUp = async () => {
  const clock = { now: 1_800_000_000_000 }
  const file = join(await tempFolder(), 'attempts.json')
  const start = () => createAttempts({ disk: realDisk, file, now: () => clock.now })
  return { clock, file, start }
}

const fails = (code: 'wrongPassphrase' | 'keysDamaged') => async (): Promise<never> => {
  throw new AppError(code)
}

const outcome = async (attempts: Attempts, job: () => Promise<unknown>): Promise<string> => {
  try {
    await attempts.guard(job)
    return 'done'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.code === 'tooManyAttempts' ? `wait ${error.params['seconds']}` : error.code
  }
}
const right = async () => 'key'

test('three wrong ones are free, then it takes 1, 2, 4 … seconds, at most five minutes', async () => {
  const { clock, start } = await setUp()
  const attempts = start()
  for (let free = 0; free < 3; free += 1) {
    expect(await attempts.wait()).toBe(0)
    expect(await outcome(attempts, fails('wrongPassphrase'))).toBe('wrongPassphrase')
  }
  const waits: number[] = []
  for (let more = 0; more < 11; more += 1) {
    const seconds = await attempts.wait()
    waits.push(seconds)
    clock.now += seconds * 1_000 - 1
    expect(await outcome(attempts, right)).toBe('wait 1')
    clock.now += 1
    expect(await outcome(attempts, fails('wrongPassphrase'))).toBe('wrongPassphrase')
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
})

test('to start anew does not help, and to wait does not forget', async () => {
  const { clock, start } = await setUp()
  for (let wrong = 0; wrong < 3; wrong += 1) await outcome(start(), fails('wrongPassphrase'))
  expect(await outcome(start(), right)).toBe('wait 1')
  clock.now += 3_600_000
  expect(await outcome(start(), fails('wrongPassphrase'))).toBe('wrongPassphrase')
  expect(await start().wait()).toBe(2)
})

test('a try that is broken off in its middle counts', async () => {
  const { start } = await setUp()
  for (let broken = 0; broken < 3; broken += 1) {
    await new Promise<void>((begun) => {
      void start().guard(() => {
        begun()
        return new Promise(() => undefined)
      })
    })
  }
  expect(await start().wait()).toBe(1)
})

test('the right one starts over; what is no wrong passphrase does not count', async () => {
  const { start } = await setUp()
  const attempts = start()
  for (let wrong = 0; wrong < 2; wrong += 1) await outcome(attempts, fails('wrongPassphrase'))
  for (let other = 0; other < 5; other += 1) expect(await outcome(attempts, fails('keysDamaged'))).toBe('keysDamaged')
  expect(await attempts.guard(right)).toBe('key')
  for (let wrong = 0; wrong < 3; wrong += 1) await outcome(start(), fails('wrongPassphrase'))
  expect(await outcome(start(), right)).toBe('wait 1')
})

test('tries at once are made one after the other', async () => {
  const { start } = await setUp()
  const attempts = start()
  const all = Array.from({ length: 10 }, () => outcome(attempts, fails('wrongPassphrase')))
  expect((await Promise.all(all)).filter((one) => one === 'wrongPassphrase')).toHaveLength(3)
})

test('a clock that was set back does not lock anyone out for longer', async () => {
  const { clock, start } = await setUp()
  const attempts = start()
  for (let wrong = 0; wrong < 4; wrong += 1) {
    await outcome(attempts, fails('wrongPassphrase'))
    clock.now += 1_000
  }
  clock.now -= 365 * 86_400_000
  expect(await start().wait()).toBe(2)
  expect(await attempts.wait()).toBe(2)
  clock.now += 2_000
  expect(await attempts.guard(right)).toBe('key')
})

test('whatever stands in the file, it opens; without a place to write it still counts', async () => {
  const { file, start } = await setUp()
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array(), fc.json().map(Buffer.from)), async (bytes) => {
      await writeFile(file, bytes)
      expect(await start().guard(right)).toBe('key')
    }),
    { numRuns: 50 },
  )
  await rm(join(file, '..'), { recursive: true })
  const attempts = start()
  for (let wrong = 0; wrong < 3; wrong += 1) await outcome(attempts, fails('wrongPassphrase'))
  expect(await outcome(attempts, right)).toBe('wait 1')
})

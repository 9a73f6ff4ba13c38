import { z } from 'zod'

import { AppError } from '../../../shared/app-error.ts'
import type { Disk } from '../disk/disk.ts'
import { readWhole, replaceFile } from '../disk/files.ts'
import { createQueue } from '../queue.ts'

/**
 * Tries of someone who sits at this computer and guesses. They are counted in a file, so that starting anew does not
 * help. Who takes the files along is not slowed by this but by scrypt.
 */
export type Attempts = {
  /** Seconds until the next try, rounded up; 0 when it may be now. */
  wait: () => Promise<number>
  /**
   * Runs a try, one after the other. One that fails with `wrongPassphrase` counts, one that works starts over.
   * @throws AppError `tooManyAttempts` with `seconds`, without trying; else what the try throws
   */
  guard: <T>(job: () => Promise<T>) => Promise<T>
}

const countSchema = z.object({ version: z.literal(1), wrong: z.int().min(0), at: z.number() })
/** How many were wrong, and when the last of them began, in Unix milliseconds. */
type Count = Pick<z.infer<typeof countSchema>, 'wrong' | 'at'>

const none: Count = { wrong: 0, at: 0 }

const FREE = 3
const LONGEST = 300_000

/** How long after the last wrong one the next may come, in milliseconds: 1 s after the third, then twice as long. */
const delayAfter = (wrong: number): number => (wrong < FREE ? 0 : Math.min(LONGEST, 1_000 * 2 ** (wrong - FREE)))

const readCount = async (disk: Disk, file: string): Promise<Count> => {
  try {
    const bytes = await readWhole(disk, file)
    return bytes === undefined ? none : countSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return none
  }
}

/** @param now Unix milliseconds */
export const createAttempts = ({ disk, file, now }: { disk: Disk; file: string; now: () => number }): Attempts => {
  const queue = createQueue()
  let count: Count | undefined

  const remaining = async (): Promise<number> => {
    count ??= await readCount(disk, file)
    // A clock that was set back would make one wait until it has caught up.
    if (count.at > now()) count = { ...count, at: now() }
    return Math.max(0, count.at + delayAfter(count.wrong) - now())
  }

  const note = async (next: Count): Promise<void> => {
    count = next
    try {
      if (next.wrong === 0) await disk.rm(file, { force: true })
      else await replaceFile(disk, file, Buffer.from(`${JSON.stringify({ version: 1, ...next })}\n`))
    } catch {
      // A folder that can't be written to still opens; it is then counted for as long as the program runs.
    }
  }

  return {
    wait: async () => Math.ceil((await remaining()) / 1_000),
    guard: (job) =>
      queue(async () => {
        const left = await remaining()
        if (left > 0) throw new AppError('tooManyAttempts', { seconds: Math.ceil(left / 1_000) })
        const before = count ?? none
        // Counted beforehand: to end the program in the middle of a try does not make it uncounted.
        await note({ wrong: before.wrong + 1, at: now() })
        try {
          const result = await job()
          await note(none)
          return result
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'wrongPassphrase') await note(before)
          throw error
        }
      }),
  }
}

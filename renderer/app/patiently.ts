import { isDamaged } from '../data/index.ts'

/** Pauses before each new try, in milliseconds: together longer than a killed browser takes to let go of its files. */
const PAUSES = [100, 200, 400, 800, 1_600]

const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis))

/**
 * Tries again what fails as if the database were damaged: right after a crash another process may still hold its
 * files, which browsers report in the same words.
 * @throws whatever the last try threw
 */
export const patiently = async <T>(action: () => Promise<T>, pauses: readonly number[] = PAUSES): Promise<T> => {
  const [next, ...rest] = pauses
  try {
    return await action()
  } catch (error) {
    if (next === undefined || !isDamaged(error)) throw error
    await pause(next)
    return patiently(action, rest)
  }
}

import { AppError } from '../../shared/app-error.ts'
import type { Desktop, DesktopOutput } from '../../shared/desktop-api.ts'

const MINUTE = 60_000
const EVERY = 3_600_000

/**
 * Notices a clock that is off by more than a minute: against the target's own, asked now and then, and by stamps that
 * come from the future.
 */
export const clockNotice = (desktop: Desktop, now: () => number) => {
  let askedAt: number | undefined
  let offset = 0

  const ask = async (place: NonNullable<DesktopOutput<'sync.state'>['place']>): Promise<void> => {
    if (askedAt !== undefined && now() - askedAt < EVERY) return
    askedAt = now()
    try {
      offset = (await desktop.call('sync.inspect', { place })).clockOffset ?? 0
    } catch {
      // What stands in the way of the place is told by the exchange itself.
    }
  }

  return {
    /** `syncClock` with how many minutes this computer's clock is behind (negative: ahead), or undefined. */
    notice: async ({ place }: DesktopOutput<'sync.state'>, ahead: number): Promise<AppError | undefined> => {
      if (place === null) return undefined
      await ask(place)
      const off = Math.abs(offset) > MINUTE ? offset : ahead
      return Math.abs(off) > MINUTE ? new AppError('syncClock', { minutes: Math.round(off / MINUTE) }) : undefined
    },
  }
}

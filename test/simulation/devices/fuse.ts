/** What everything of a device fails with from the moment it crashes. */
export class Crashed extends Error {
  constructor() {
    super('the device crashed')
    this.name = 'Crashed'
  }
}

/** Counts the steps of a device, each of which may be its last. */
export type Fuse = {
  /** @throws Crashed */
  step: () => void
  /** Lets the device crash after so many more steps. */
  set: (steps: number) => void
  unset: () => void
  isBlown: () => boolean
}

export const createFuse = (): Fuse => {
  let left = Number.POSITIVE_INFINITY
  let blown = false
  return {
    step: () => {
      left -= 1
      blown ||= left < 0
      if (blown) throw new Crashed()
    },
    set: (steps) => {
      left = steps
    },
    unset: () => {
      left = Number.POSITIVE_INFINITY
    },
    isBlown: () => blown,
  }
}

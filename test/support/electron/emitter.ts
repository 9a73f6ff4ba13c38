import type { EventEmitter } from 'node:events'

/** Electron's event object: what a listener may prevent. */
const preventable = <T extends object>(details: T) => {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

/** Emits as Electron does and tells whether a listener prevented what would have happened. */
export const emitPreventable = (emitter: EventEmitter, name: string, details: object = {}, ...rest: unknown[]) => {
  const event = preventable(details)
  emitter.emit(name, event, ...rest)
  return event.defaultPrevented
}

import { EventEmitter } from 'node:events'

type Handler = (request: Request) => Response | Promise<Response>
type PermissionDetails = Record<string, unknown>

/** A protocol registry that serves by scheme, as `protocol.handle` does. */
export const fakeProtocol = () => {
  const handlers = new Map<string, Handler>()
  const privileged: { scheme: string; privileges: Record<string, boolean> }[] = []
  return {
    privileged,
    registerSchemesAsPrivileged: (schemes: typeof privileged) => {
      privileged.push(...schemes)
    },
    handle: (scheme: string, handler: Handler) => {
      if (handlers.has(scheme)) throw new Error(`scheme ${scheme} is handled already`)
      handlers.set(scheme, handler)
    },
    fetch: async (url: string, method = 'GET'): Promise<Response> => {
      const handler = handlers.get(new URL(url).protocol.slice(0, -1))
      if (!handler) throw new Error(`ERR_UNKNOWN_URL_SCHEME ${url}`)
      return handler(new Request(url, { method }))
    },
  }
}

/** A session: without handlers Electron grants everything, and so does this. */
export class FakeSession extends EventEmitter {
  readonly protocol = fakeProtocol()
  flushed = 0
  beforeRequest: ((details: { url: string }, callback: (answer: { cancel: boolean }) => void) => void) | undefined
  readonly webRequest = {
    onBeforeRequest: (listener: FakeSession['beforeRequest']) => {
      this.beforeRequest = listener
    },
  }
  private request: ((c: unknown, p: string, cb: (ok: boolean) => void, d: PermissionDetails) => void) | undefined
  private check: ((c: unknown, p: string, origin: string, d: PermissionDetails) => boolean) | undefined
  private device: ((details: unknown) => boolean) | undefined
  setPermissionRequestHandler(handler: typeof this.request) {
    this.request = handler
  }
  setPermissionCheckHandler(handler: typeof this.check) {
    this.check = handler
  }
  setDevicePermissionHandler(handler: typeof this.device) {
    this.device = handler
  }
  flushStorageData() {
    this.flushed += 1
  }
  asks(permission: string, details: PermissionDetails): Promise<boolean> {
    const { request } = this
    return new Promise((resolve) => (request ? request({}, permission, resolve, details) : resolve(true)))
  }
  checks(permission: string, origin: string, details: PermissionDetails): boolean {
    return this.check ? this.check(null, permission, origin, details) : true
  }
  asksDevice(): boolean {
    return this.device ? this.device({}) : true
  }
}

import { EventEmitter } from 'node:events'

/** The app: its lifecycle, and the lock that a second start does not get. */
export class FakeApp extends EventEmitter {
  readonly paths: Record<string, string> = { downloads: '/downloads' }
  readonly order: string[] = []
  locale = 'en-GB'
  hasLock = true
  sandboxed = false
  quits = 0
  relaunches = 0
  exitCode: number | undefined
  setPath(name: string, path: string) {
    this.paths[name] = path
  }
  getPath(name: string): string {
    return this.paths[name] ?? ''
  }
  getLocale = () => this.locale
  getVersion = () => '1.2.3'
  requestSingleInstanceLock() {
    this.order.push('lock')
    return this.hasLock
  }
  enableSandbox() {
    this.order.push('sandbox')
    this.sandboxed = true
  }
  async whenReady() {
    this.order.push('ready')
  }
  relaunch() {
    this.relaunches += 1
  }
  quit() {
    this.quits += 1
  }
  exit(code: number) {
    this.exitCode = code
  }
}

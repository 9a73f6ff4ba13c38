import { EventEmitter } from 'node:events'

import type { fakeIpc } from './ipc.ts'
import type { FakeSession } from './session.ts'

type Bounds = { x: number; y: number; width: number; height: number }
type WindowOpen = (details: { url: string }) => { action: 'allow' | 'deny' }
type Options = Partial<Bounds> & { show?: boolean; webPreferences?: Record<string, unknown> & { partition?: string } }

export class FakeWebContents extends EventEmitter {
  readonly mainFrame = { url: '', parent: null, isDestroyed: () => false }
  readonly sent: unknown[][] = []
  reloads = 0
  ended = 0
  loading = false
  printed: Record<string, unknown> | undefined
  session: FakeSession
  private readonly ipc: ReturnType<typeof fakeIpc>
  private open: WindowOpen | undefined
  constructor(session: FakeSession, ipc: ReturnType<typeof fakeIpc>) {
    super()
    this.session = session
    this.ipc = ipc
  }
  setWindowOpenHandler(handler: WindowOpen) {
    this.open = handler
  }
  /** What `window.open` of the page would do; without a handler Electron opens a window. */
  opens(url: string): 'allow' | 'deny' {
    return this.open ? this.open({ url }).action : 'allow'
  }
  send(channel: string, ...args: unknown[]) {
    this.sent.push([channel, ...args])
    this.ipc.send(channel, ...args)
  }
  isLoading() {
    return this.loading
  }
  reload() {
    this.reloads += 1
  }
  forcefullyCrashRenderer() {
    this.ended += 1
  }
  async printToPDF(options: Record<string, unknown>): Promise<Buffer> {
    this.printed = options
    return Buffer.from('%PDF-fake')
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents: FakeWebContents
  readonly options: Options
  bounds: Bounds
  loaded: string | undefined
  failsToLoad = false
  maximized = false
  minimized = false
  visible: boolean
  focused = 0
  destroyed = false
  constructor(options: Options, webContents: FakeWebContents) {
    super()
    this.options = options
    this.visible = options.show ?? true
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 }
    this.webContents = webContents
  }
  async loadURL(url: string) {
    this.loaded = url
    this.webContents.mainFrame.url = url
    if (this.failsToLoad) throw new Error('ERR_FAILED')
  }
  getNormalBounds = () => this.bounds
  isMaximized = () => this.maximized
  isMinimized = () => this.minimized
  isDestroyed = () => this.destroyed
  maximize() {
    this.maximized = true
  }
  restore() {
    this.minimized = false
  }
  show() {
    this.visible = true
  }
  focus() {
    this.focused += 1
  }
  close() {
    this.emit('close')
    this.destroy()
  }
  destroy() {
    this.destroyed = true
    this.emit('closed')
  }
}

// What the tests use of four packages that come without types.

declare module 'pouchdb' {
  type Info = { ok: boolean; docs_written: number }
  /** One database; only what the tests ask of it. */
  class PouchDB {
    constructor(name: string, options?: Record<string, unknown>)
    static plugin(plugin: unknown): void
    static defaults(options: Record<string, unknown>): typeof PouchDB
    static replicate(from: PouchDB | string, to: PouchDB | string, options?: Record<string, unknown>): Promise<Info>
    close(): Promise<void>
  }
  export = PouchDB
}

declare module 'express-pouchdb' {
  type Handler = { couchConfig: { set: (section: string, key: string, value: string, done: () => void) => void } }
  function handle(pouch: unknown, options: Record<string, unknown>): Handler
  export = handle
}

declare module 'express' {
  type Listening = import('node:http').Server
  function express(): { use: (handler: unknown) => void; listen: (port: number, host: string) => Listening }
  export = express
}

declare module 'pouchdb-adapter-memory' {
  const plugin: unknown
  export = plugin
}

import type { DBCore, Middleware } from 'dexie'

import type { Fuse } from './fuse.ts'

/** Lets a device crash between any two requests to its database: what was not committed by then is gone. */
export const fusedDatabase = (fuse: Fuse): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'fuse',
  level: 1_000,
  create: (core) => ({
    ...core,
    transaction: (...args) => {
      fuse.step()
      return core.transaction(...args)
    },
    table: (name) => {
      const table = core.table(name)
      // Without `await`: a promise of another kind would let go of Dexie's transaction.
      const fused =
        <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
        (...args: A): Promise<R> => {
          fuse.step()
          return call(...args).then((result) => {
            fuse.step()
            return result
          })
        }
      return {
        ...table,
        mutate: fused(table.mutate),
        get: fused(table.get),
        getMany: fused(table.getMany),
        query: fused(table.query),
        openCursor: fused(table.openCursor),
        count: fused(table.count),
      }
    },
  }),
})

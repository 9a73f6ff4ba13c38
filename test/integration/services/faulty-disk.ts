import type { Disk, DiskFile } from '../../../electron/services/disk/disk.ts'
import { realDisk } from '../../../electron/services/disk/disk.ts'

/** One change that is about to be made to the disk. `bytes` for a write. */
type Change = { what: string; path: string; bytes?: number }

/** Says what happens to a change: undefined lets it be, a number writes only so many bytes of it and then fails. */
export type Fault = (change: Change) => { error: Error; written?: number } | undefined

export const systemError = (code: string): Error => Object.assign(new Error(code), { code })

const changing = new Set(['truncate', 'sync', 'datasync'])

const faultyFile = (file: DiskFile, path: string, fault: Fault): DiskFile =>
  new Proxy(file, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      if (name === 'write')
        return async (bytes: Uint8Array, offset: number, length: number, position: number) => {
          const failing = fault({ what: 'write', path, bytes: length })
          if (failing === undefined) return target.write(bytes, offset, length, position)
          if (failing.written) await target.write(bytes, offset, Math.min(length, failing.written), position)
          throw failing.error
        }
      if (typeof name === 'string' && changing.has(name))
        return async (...args: unknown[]) => {
          const failing = fault({ what: name, path })
          if (failing) throw failing.error
          return Reflect.apply(member, target, args)
        }
      return member.bind(target)
    },
  })

/** The real disk with faults in what changes it. */
export const faultyDisk = (fault: Fault): Disk => {
  const before = (change: Change) => {
    const failing = fault(change)
    if (failing) throw failing.error
  }
  return {
    ...realDisk,
    open: async (path, flags, mode) => {
      if (flags !== 'r') before({ what: `open ${flags}`, path: String(path) })
      return faultyFile(await realDisk.open(path, flags, mode), String(path), fault)
    },
    rename: async (from, to) => {
      before({ what: 'rename', path: String(to) })
      await realDisk.rename(from, to)
    },
    unlink: async (path) => {
      before({ what: 'unlink', path: String(path) })
      await realDisk.unlink(path)
    },
    rm: async (path, options) => {
      before({ what: 'rm', path: String(path) })
      await realDisk.rm(path, options)
    },
  }
}

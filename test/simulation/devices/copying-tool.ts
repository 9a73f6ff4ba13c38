import type { MemoryDisk } from './memory-disk.ts'
import type { Random } from './random.ts'

/** What the tool last saw of a file in one view: whose version, and its bytes (undefined: not there). */
type Seen = { version: number; bytes: Buffer | undefined }

/** Keeps the views of one folder on several computers the same, as Dropbox or Syncthing do: late, in any order, in part. */
export type CopyingTool = {
  /** Copies some files of a view to and fro; `all`: every one, whole. @returns whether anything moved */
  run: (view: MemoryDisk, name: string, all: boolean) => boolean
  /** Every byte that lies at the tool's own place. */
  bytes: () => Buffer[]
}

const same = (a: Buffer | undefined, b: Buffer | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.equals(b))

const copyName = (path: string, name: string): string =>
  path.replace(/(\.[^./]+)?$/, (ending) => ` (${name}'s conflicted copy)${ending}`)

export const createCopyingTool = (random: Random): CopyingTool => {
  const cloud = new Map<string, Seen>()
  const seenBy = new Map<string, Map<string, Seen>>()
  let versions = 0

  const upload = (path: string, bytes: Buffer | undefined): Seen => {
    versions += 1
    const next = { version: versions, bytes }
    cloud.set(path, next)
    return next
  }

  const download = (view: MemoryDisk, path: string, there: Seen, all: boolean): Seen => {
    if (there.bytes === undefined) {
      view.remove(path)
      return there
    }
    const part =
      !all && random.chance(0.25) ? there.bytes.subarray(0, random.below(there.bytes.length + 1)) : there.bytes
    view.put(path, part)
    return part === there.bytes ? there : { version: 0, bytes: part }
  }

  /** @returns whether it moved */
  const copyOne = (view: MemoryDisk, name: string, path: string, all: boolean): boolean => {
    const seen = seenBy.get(name) ?? new Map<string, Seen>()
    seenBy.set(name, seen)
    const [here, there, last] = [view.get(path), cloud.get(path), seen.get(path)]
    const changedHere = !same(here, last?.bytes)
    const changedThere = (there?.version ?? 0) !== (last?.version ?? 0)
    if (!changedHere && !changedThere) return false
    if (!changedThere || there === undefined) seen.set(path, upload(path, here))
    else if (!changedHere || here === undefined) seen.set(path, download(view, path, there, all))
    else if (same(here, there.bytes)) seen.set(path, there)
    else {
      const copy = copyName(path, name)
      view.put(copy, here)
      seen.set(copy, upload(copy, here))
      seen.set(path, download(view, path, there, all))
    }
    return true
  }

  return {
    run: (view, name, all) => {
      const paths = random.shuffled([...new Set([...view.paths(), ...cloud.keys()])].sort())
      const some = all ? paths : paths.slice(0, random.below(paths.length + 1))
      return some.map((path) => copyOne(view, name, path, all)).includes(true)
    },
    bytes: () => [...cloud].flatMap(([path, { bytes }]) => (bytes ? [Buffer.from(path), bytes] : [])),
  }
}

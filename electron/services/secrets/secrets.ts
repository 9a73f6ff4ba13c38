import type { Disk } from '../disk/disk.ts'
import { onDisk } from '../disk/errors.ts'
import { replaceFile } from '../disk/files.ts'
import { createQueue } from '../queue.ts'
import type { Protector } from './protector.ts'
import { type Held, readSecrets, sealSecrets } from './secrets-file.ts'

/**
 * A few secrets by name: at hand while the program runs, and on the disk only as a protector sealed them. Where there
 * is none, they are asked for again at the next start.
 */
export type Secrets = {
  get: (name: string) => Uint8Array | undefined
  /** At hand at once; resolves when it is kept as well as it can be. @throws AppError of the disk */
  set: (name: string, bytes: Uint8Array) => Promise<void>
  remove: (name: string) => Promise<void>
  /** Who keeps them over a restart. */
  keptBy: () => Protector['name'] | 'nobody'
  /**
   * Has them kept by this protector from now on: takes up what it sealed before, seals anew what is at hand. Without
   * one nothing of what is at hand stays on the disk.
   */
  keepWith: (protector: Protector | undefined) => Promise<void>
  /** Forgets what is at hand and who keeps it; the file stays. For a book that is locked. */
  forget: () => void
}

type Options = {
  disk: Disk
  /** `secrets.json` of the data folder. */
  file: string
  protector?: Protector | undefined
  /** Told of a protector that fails: it is not used any more. */
  onProblem?: (error: unknown) => void
}

export const createSecrets = async ({
  disk,
  file,
  protector,
  onProblem = () => undefined,
}: Options): Promise<Secrets> => {
  const queue = createQueue()
  const held = new Map<string, Uint8Array>()
  let keeper: Protector | undefined

  const seal = async (all: Held, by: Protector | undefined): Promise<Uint8Array | undefined> => {
    if (by === undefined || all.size === 0) return undefined
    try {
      return await sealSecrets(all, by)
    } catch (error) {
      if (keeper === by) keeper = undefined
      onProblem(error)
      return undefined
    }
  }

  const write = async (all: Held, by: Protector | undefined): Promise<void> => {
    const sealed = await seal(all, by)
    await onDisk(file, 'writing', () => (sealed ? replaceFile(disk, file, sealed) : disk.rm(file, { force: true })))
  }

  /** Writes what is at hand now, even when it is forgotten before its turn comes. */
  const writeSoon = (): Promise<void> => {
    const all = new Map(held)
    const by = keeper
    return queue(() => write(all, by))
  }

  const takeUp = async (next: Protector): Promise<void> => {
    const read = await readSecrets(disk, file, next)
    for (const [name, bytes] of read ?? []) if (!held.has(name)) held.set(name, bytes)
  }

  const keepWith = async (next: Protector | undefined): Promise<void> => {
    const changed = held.size > 0
    keeper = next
    if (next) await takeUp(next)
    // What another protector sealed stays until there is something to put in its place.
    if (changed) await write(held, next)
  }

  await keepWith(protector)
  return {
    get: (name) => held.get(name),
    set: (name, bytes) => {
      held.set(name, Uint8Array.from(bytes))
      return writeSoon()
    },
    remove: (name) => {
      held.delete(name)
      return writeSoon()
    },
    keptBy: () => keeper?.name ?? 'nobody',
    keepWith: (next) => queue(() => keepWith(next)),
    forget: () => {
      held.clear()
      keeper = undefined
    },
  }
}

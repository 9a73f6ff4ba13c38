import type { FileHandle } from 'node:fs/promises'
import * as fs from 'node:fs/promises'

/** What the services ask of the file system: Node's own functions, handed in so that tests can make them fail. */
export type Disk = Pick<typeof fs, 'open' | 'rename' | 'unlink' | 'mkdir' | 'readdir' | 'lstat' | 'rm'>

export type DiskFile = FileHandle

export const realDisk: Disk = fs

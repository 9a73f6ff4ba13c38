import { execFileSync } from 'node:child_process'
import { onTestFinished } from 'vitest'

import { temporaryFolder } from './temporary-folder.ts'

const run = (command: string, ...args: string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Whether this machine and user can mount a disk in memory. */
export const canMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const probe = '/tmp/fairbook-mount-probe'
  const mounted = run('mkdir', '-p', probe) && run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe)
  if (mounted) run('umount', probe)
  run('rmdir', probe)
  return mounted
})()

/** A real file system of its own with so much room, as `tmpfs` counts it (`1m`). */
export const smallDisk = async (size: string) => {
  const path = await temporaryFolder()
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path)) throw new Error('no mount')
  onTestFinished(() => void run('umount', '-l', path))
  return {
    path,
    setReadOnly: (on: boolean) => {
      if (!run('mount', '-o', `remount,${on ? 'ro' : 'rw'}`, path)) throw new Error('no remount')
    },
  }
}

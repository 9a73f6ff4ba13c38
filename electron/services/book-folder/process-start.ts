import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** States of /proc/<pid>/stat in which a process is over but not yet collected by its parent. */
const over = new Set(['Z', 'X', 'x'])

/** When a Linux process started, in ticks since the boot that the boot id names; '' when it is gone. See proc(5). */
const linuxStart = async (pid: number): Promise<string> => {
  try {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ])
    // The name, in parentheses, may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return over.has(fields[0] ?? '') ? '' : `${boot.trim()}:${fields[19]}`
  } catch {
    return ''
  }
}

const posixStart = async (pid: number): Promise<string> => {
  try {
    const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { ...process.env, LC_ALL: 'C' } })
    return stdout.trim()
  } catch {
    return ''
  }
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * What tells a process from a later one with the same number: the same text for as long as it runs, '' once it is
 * over. Windows offers no such thing without a slow helper, so there a running process is 'running'.
 */
export const processStart = async (pid: number): Promise<string> => {
  if (!Number.isSafeInteger(pid) || pid <= 0) return ''
  if (process.platform === 'linux') return linuxStart(pid)
  if (process.platform === 'win32') return isRunning(pid) ? 'running' : ''
  return posixStart(pid)
}

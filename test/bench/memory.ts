import { readdirSync, readFileSync } from 'node:fs'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/**
 * The memory of every process of the browser that has this profile, in megabytes: what is its own and what its processes
 * share, without the program's files, whose share depends on who else runs the same browser. From
 * `/proc/<pid>/smaps_rollup`; undefined on a system without it.
 */
export const browserMegabytes = (profile: string): number | undefined => {
  if (read('/proc/self/smaps_rollup') === '') return undefined
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({
      pid,
      command: read(`/proc/${pid}/cmdline`),
      parent: /^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? '',
    }))
  const own = new Set(
    processes
      .filter(({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes('--type='))
      .map(({ pid }) => pid),
  )
  for (let before = 0; before < own.size; ) {
    before = own.size
    for (const { pid, parent } of processes) if (own.has(parent)) own.add(pid)
  }
  let kilobytes = 0
  for (const pid of own)
    for (const [, share = ''] of read(`/proc/${pid}/smaps_rollup`).matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+)/gm))
      kilobytes += Number(share)
  return kilobytes / 1024
}

import type { BackupReason } from './manifest.ts'

/** The name of a backup of this minute (UTC), numbered where one has it already. `2026-11-22T1000-daily.fairbook` */
export const backupName = (createdAt: string, reason: BackupReason, taken: ReadonlySet<string>): string => {
  const base = `${createdAt.slice(0, 13)}${createdAt.slice(14, 16)}-${reason}`
  let name = `${base}.fairbook`
  for (let number = 2; taken.has(name); number += 1) name = `${base}-${number}.fairbook`
  return name
}

import { SyncDot } from './sync-dot.tsx'
import { SyncTrouble } from './sync-help.tsx'
import { wholeLine } from './sync-line.ts'
import { useSyncLine } from './use-sync-line.ts'

/** The line of the status bar and its help, for a page. */
export const SyncStateLine = () => {
  const line = useSyncLine()
  if (!line) return null
  return (
    <div className="flex flex-col gap-2.5">
      <p className="flex items-center gap-2 font-[560]">
        <SyncDot tone={line.tone} />
        {wholeLine(line)}
      </p>
      <SyncTrouble />
    </div>
  )
}

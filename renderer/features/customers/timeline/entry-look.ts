import { CheckSquare, FileText, HandCoins, PencilLine, UserPlus } from 'lucide-react'

import { channelIcon } from '../../../fields/index.ts'
import type { IconType } from '../../../ui/index.ts'
import type { TimelineEntry } from './timeline-model.ts'

const kinds: Readonly<Record<Exclude<TimelineEntry['kind'], 'interaction'>, IconType>> = {
  change: PencilLine,
  dealChange: HandCoins,
  dealAdded: HandCoins,
  taskDone: CheckSquare,
  fileAdded: FileText,
  added: UserPlus,
}

/** The picture of an entry: an interaction shows its channel. */
export const entryIcon = (entry: TimelineEntry): IconType =>
  entry.kind === 'interaction' ? channelIcon(entry.interaction.channel) : kinds[entry.kind]

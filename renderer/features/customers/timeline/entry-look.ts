import {
  CalendarDays,
  CheckSquare,
  FileText,
  HandCoins,
  Mail,
  MessageCircle,
  PencilLine,
  Phone,
  Share2,
  StickyNote,
  Store,
  UserPlus,
} from 'lucide-react'

import type { IconType } from '../../../ui/index.ts'
import type { TimelineEntry } from './timeline-model.ts'

const channels: Readonly<Record<string, IconType>> = {
  'channel:call': Phone,
  'channel:email': Mail,
  'channel:meeting': CalendarDays,
  'channel:visit': Store,
  'channel:chat': MessageCircle,
  'channel:social': Share2,
  'channel:note': StickyNote,
}

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
  entry.kind === 'interaction' ? (channels[entry.interaction.channel] ?? MessageCircle) : kinds[entry.kind]

import { CalendarDays, Mail, MessageCircle, Phone, Share2, StickyNote, Store } from 'lucide-react'

import type { IconType } from '../ui/index.ts'

const icons: Readonly<Record<string, IconType>> = {
  'channel:call': Phone,
  'channel:email': Mail,
  'channel:meeting': CalendarDays,
  'channel:visit': Store,
  'channel:chat': MessageCircle,
  'channel:social': Share2,
  'channel:note': StickyNote,
}

/** The picture of a channel; one that the owner added has the general one. */
export const channelIcon = (channel: string): IconType => icons[channel] ?? MessageCircle

import { Mail, Mailbox, MessageSquare, Phone } from 'lucide-react'

import type { ConsentChannel } from '../../../shared/domain/index.ts'
import type { IconType } from '../../ui/index.ts'

export const consentIcons: Record<ConsentChannel, IconType> = {
  email: Mail,
  phone: Phone,
  message: MessageSquare,
  post: Mailbox,
}

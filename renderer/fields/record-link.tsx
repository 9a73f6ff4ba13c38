import { Link } from '@tanstack/react-router'

import { displayName } from '../../shared/domain/index.ts'
import { useRecord } from '../data/index.ts'

const linkClass = 'rounded-sm hover:text-accent hover:underline'

/** The name of a customer, leading to its page. Nothing while it loads or where it is gone. */
export const CustomerLink = ({ id }: { id: string }) => {
  const record = useRecord('customers', id)
  if (!record) return null
  return (
    <Link to="/customers/$id" params={{ id }} className={linkClass}>
      <bdi>{displayName(record)}</bdi>
    </Link>
  )
}

/** The title of a deal, leading to it. */
export const DealLink = ({ id }: { id: string }) => {
  const record = useRecord('deals', id)
  if (!record) return null
  return (
    <Link to="/deals/$id" params={{ id }} className={linkClass}>
      <bdi>{record.title}</bdi>
    </Link>
  )
}

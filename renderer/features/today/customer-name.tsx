import { Link } from '@tanstack/react-router'

import { cx } from '../../ui/index.ts'

/** The name of a customer that is at hand, leading to its page; `quiet` in a line about something else. */
export const CustomerName = ({ id, name, quiet = false }: { id: string; name: string; quiet?: boolean }) => (
  <Link
    to="/customers/$id"
    params={{ id }}
    className={cx('rounded-sm hover:text-accent hover:underline', quiet ? 'text-ink-muted' : 'font-[520]')}
  >
    <bdi>{name}</bdi>
  </Link>
)

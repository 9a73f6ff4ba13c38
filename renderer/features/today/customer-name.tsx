import { Link } from '@tanstack/react-router'

/** The name of a customer that is at hand, leading to its page. */
export const CustomerName = ({ id, name }: { id: string; name: string }) => (
  <Link
    to="/customers/$id"
    params={{ id }}
    className="rounded-sm font-[520] hover:text-accent hover:underline"
  >
    <bdi>{name}</bdi>
  </Link>
)

/** What someone is in the company. Local rules by role guide people; they are no lock. */
export const roles = ['owner', 'manager', 'seller', 'viewer'] as const
export type Role = (typeof roles)[number]

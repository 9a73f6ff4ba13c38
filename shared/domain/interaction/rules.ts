import type { Customer } from '../customer/customer.ts'
import { NOTE_CHANNEL } from '../list/list-item.ts'
import type { Task } from '../task/task.ts'
import type { Interaction } from './interaction.ts'

type Given = Omit<Interaction, 'id' | 'createdAt' | 'createdBy' | 'deletedAt' | 'importId'>

/**
 * An interaction as it is kept. A note went to nobody, so it has no direction, length or outcome. A person's company at
 * the time is written down with it, so that it stays with that company when the person leaves.
 */
export const loggedInteraction = (given: Given, customer: Pick<Customer, 'kind' | 'companyId'> | undefined): Given => {
  const { direction, duration, outcome, companyId: _before, ...rest } = given
  const companyId = customer?.kind === 'person' ? customer.companyId : undefined
  return {
    ...rest,
    ...(given.channel !== NOTE_CHANNEL && {
      ...(direction !== undefined && { direction }),
      ...(duration !== undefined && duration > 0 && { duration }),
      ...(outcome !== undefined && { outcome }),
    }),
    ...(companyId !== undefined && { companyId }),
  }
}

type FollowUp = Pick<Task, 'title'> & Partial<Pick<Task, 'due' | 'customerId' | 'dealId' | 'owner'>>

/**
 * The task that an interaction's next step becomes, about the same customer and deal; none where nothing is to be done.
 * @param due `YYYY-MM-DD`
 */
export const nextStepTask = (
  { nextStep, customerId, dealId, owner }: Pick<Interaction, 'nextStep' | 'customerId' | 'dealId' | 'owner'>,
  due: string | undefined,
): FollowUp | undefined => {
  const title = nextStep?.trim()
  if (!title || due === undefined) return undefined
  return {
    title,
    due,
    ...(customerId !== undefined && { customerId }),
    ...(dealId !== undefined && { dealId }),
    ...(owner !== undefined && { owner }),
  }
}

/** The words that stand for an interaction in one line: its subject, else the first line of its text. */
export const interactionLine = ({ subject, text }: Pick<Interaction, 'subject' | 'text'>): string =>
  subject?.trim() || (text?.trim().split('\n', 1)[0] ?? '')

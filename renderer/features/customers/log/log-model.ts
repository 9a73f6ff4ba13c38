import { type Customer, NOTE_CHANNEL } from '../../../../shared/domain/index.ts'
import type { Draft } from '../../../data/index.ts'

/** What a person says about what happened. */
export type LogEntry = {
  text: string
  channel: string
  direction: 'outgoing' | 'incoming' | undefined
  outcome: string | undefined
  dealId: string | undefined
  /** With whom of the company; nothing for the customer itself. */
  withId: string | undefined
  /** ISO instant; nothing for now. */
  at: string | undefined
  nextStep: string
  nextDay: string | undefined
}

export const emptyLog = (channel: string): LogEntry => ({
  text: '',
  channel,
  direction: undefined,
  outcome: undefined,
  dealId: undefined,
  withId: undefined,
  at: undefined,
  nextStep: '',
  nextDay: undefined,
})

/** Whether there is something to log: a note needs words, a call may be logged by its channel and outcome alone. */
export const isLoggable = ({ text, channel, outcome, nextStep }: LogEntry): boolean =>
  text.trim() !== '' || (channel !== NOTE_CHANNEL && (outcome !== undefined || nextStep.trim() !== ''))

/** What stands in the box when a log could not be written: it again, and after it what was typed since. */
export const putBack = (failed: LogEntry, since: LogEntry): LogEntry => ({
  ...failed,
  text: [failed.text, since.text].filter((text) => text.trim() !== '').join('\n'),
  nextStep: since.nextStep.trim() === '' ? failed.nextStep : since.nextStep,
})

const MOST_SUBJECT = 120

/** The first of several lines is the subject when it is short; a single line is the text. */
export const splitText = (typed: string): { subject?: string; text?: string } => {
  const plain = typed.trim()
  const end = plain.indexOf('\n')
  if (end < 0 || end > MOST_SUBJECT) return plain === '' ? {} : { text: plain }
  return { subject: plain.slice(0, end).trim(), text: plain.slice(end + 1).trim() }
}

/** Writes the interaction and, where a next step is named, its task. `now` is an ISO instant. */
export const writeLog = (draft: Pick<Draft, 'create'>, customer: Customer, entry: LogEntry, now: string): void => {
  const { channel, direction, outcome, dealId, withId, nextDay } = entry
  const nextStep = entry.nextStep.trim()
  const companyId = customer.kind === 'company' ? withId && customer.id : customer.companyId
  const customerId = withId ?? customer.id
  draft.create('interactions', {
    channel,
    at: entry.at ?? now,
    customerId,
    ...splitText(entry.text),
    ...(companyId && { companyId }),
    ...(direction && channel !== NOTE_CHANNEL && { direction }),
    ...(outcome && { outcome }),
    ...(dealId && { dealId }),
    ...(nextStep && { nextStep }),
  })
  if (!nextStep) return
  draft.create('tasks', {
    title: nextStep,
    customerId,
    ...(nextDay && { due: nextDay }),
    ...(dealId && { dealId }),
  })
}

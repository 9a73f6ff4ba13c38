import type { EntryCell } from './convert-entries.ts'
import { convertBoolean } from './convert-value.ts'
import { hasLegalForm } from './fold.ts'
import type { Incoming } from './incoming.ts'
import { type DateOrder, instantOf, readDate, readInstant, readTime } from './values/date.ts'
import { splitName } from './values/person-name.ts'

type HeldCell = { cell: string; column: number; path: string }

/** Cells of a row that only together say something. */
export type Scratch = {
  entries: EntryCell[]
  fullName?: string
  middleName?: string
  at?: HeldCell & { order: DateOrder }
  time?: HeldCell
  done?: HeldCell
}

/** Puts a customer's name together, and tells people from companies. */
export const finishCustomer = (
  into: Incoming,
  { fullName, middleName }: Scratch,
  { exact, linksByName, kind }: { exact: boolean; linksByName: boolean; kind: string | undefined },
): void => {
  const { values } = into
  if (exact) return
  if (fullName && values['givenName'] === undefined && values['familyName'] === undefined) {
    const isCompany = (kind ?? values['kind']) === 'company'
    if ((isCompany || hasLegalForm(fullName)) && values['companyName'] === undefined) values['companyName'] = fullName
    else Object.assign(values, splitName(fullName))
  }
  if (middleName) values['givenName'] = [values['givenName'], middleName].filter(Boolean).join(' ')
  const isPerson = values['givenName'] !== undefined || values['familyName'] !== undefined
  values['kind'] ??= kind ?? (!isPerson && values['companyName'] !== undefined ? 'company' : 'person')
  if (kind === 'person' && !isPerson && values['companyName'] !== undefined && into.emails.length === 0)
    values['kind'] = 'company'
  const company = values['companyName']
  if (linksByName && values['kind'] === 'person' && typeof company === 'string') {
    into.company = company
    delete values['companyName']
  }
}

/** Puts day and time of an interaction together, in the time zone of this device. */
export const finishTimes = (into: Incoming, { at, time }: Scratch): void => {
  if (!at) return
  const bad = () => into.problems.push({ code: 'badDate', column: at.column, path: at.path, value: at.cell })
  if (!time) {
    const instant = readInstant(at.cell, at.order)
    if (instant === undefined) bad()
    else if (instant !== 'empty') into.values['at'] = instant
    return
  }
  const day = readDate(at.cell, at.order)
  const clock = readTime(time.cell)
  if (day === 'noYear' || day === undefined) bad()
  else if (day !== 'empty') into.values['at'] = instantOf(day.day, clock ?? day.time)
  if (clock === undefined)
    into.problems.push({ code: 'badDate', column: time.column, path: time.path, value: time.cell })
}

const SUBJECT_LENGTH = 500

/** What is done was an interaction; what is still to be done is a task. A task that is done was done when it was due. */
export const finishDone = (into: Incoming, { at, time, done }: Scratch): void => {
  if (!done) return
  const answer = convertBoolean(done.cell)
  const isDone = answer && 'value' in answer ? answer.value === true : undefined
  if (isDone === undefined) {
    into.problems.push({ code: 'badChoice', column: done.column, path: done.path, value: done.cell })
    return
  }
  if (into.table === 'tasks') {
    if (isDone) into.values['doneAt'] ??= DONE_UNKNOWN
    return
  }
  if (isDone) return
  const { subject, text, owner } = into.values
  const first = typeof text === 'string' ? text.split('\n', 1)[0]?.slice(0, SUBJECT_LENGTH) : undefined
  const day = at && readDate(at.cell, at.order)
  const clock = time && readTime(time.cell)
  into.table = 'tasks'
  into.values = {
    ...((subject ?? first) !== undefined && { title: subject ?? first }),
    ...(typeof day === 'object' && { due: day.day }),
    ...(clock !== undefined && { dueTime: clock.slice(0, 5) }),
    ...(text !== undefined && { notes: text }),
    ...(owner !== undefined && { owner }),
  }
  into.choices = into.choices.filter(({ field }) => field === 'owner')
}

/** A task is done, but nothing says when: the planner takes the day it was due. */
export const DONE_UNKNOWN = 'unknown'

import type { Customer } from '../domain/index.ts'
import type { Account } from './scene.ts'

const DAY = 86_400_000

/** The latest such time of day, by whole days, that is not after `limit`. Milliseconds. */
const notAfter = (millis: number, limit: number): number =>
  millis <= limit ? millis : millis - Math.ceil((millis - limit) / DAY) * DAY

const moveBirthday = (birthday: string, from: string, by: number): string => {
  const year = from.slice(0, 4)
  const monthAndDay = new Date(Date.parse(`${year}${birthday.slice(4)}`) + by).toISOString().slice(4, 10)
  return monthAndDay === '-02-29' ? '1984-02-29' : `${birthday.slice(0, 4)}${monthAndDay}`
}

/**
 * The accounts of one day as those of another: added, and with birthdays, as many days before and after it.
 * @param from the day they were made for, `YYYY-MM-DD`; `to` is the other
 * @param now ISO 8601; nobody was added after it
 */
export const moveDays = (accounts: readonly Account[], from: string, to: string, now: string): Account[] => {
  const by = Date.parse(to) - Date.parse(from)
  const move = (customer: Customer): Customer => ({
    ...customer,
    createdAt: new Date(notAfter(Date.parse(customer.createdAt) + by, Date.parse(now))).toISOString(),
    ...(customer.birthday !== undefined && { birthday: moveBirthday(customer.birthday, from, by) }),
  })
  return accounts.map((account) => ({
    ...account,
    company: account.company && move(account.company),
    people: account.people.map((contact) => ({ ...contact, customer: move(contact.customer) })),
  }))
}

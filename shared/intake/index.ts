export { HONEYPOT, readMessage } from './message.ts'
export { type Incoming, intakeConsents, intakeCustomer, intakeId, intakeInteraction } from './records.ts'

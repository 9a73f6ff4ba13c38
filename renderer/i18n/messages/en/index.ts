import { app } from './app.ts'
import { ui } from './ui.ts'
import { fields } from './fields.ts'
import { options } from './options.ts'
import { writes } from './writes.ts'
import { errors } from './errors.ts'
import { today } from './today.ts'
import { customers } from './customers.ts'
import { deals } from './deals.ts'
import { activity } from './activity.ts'
import { reports } from './reports.ts'
import { settings } from './settings.ts'
import { welcome } from './welcome.ts'
import { transfer } from './transfer.ts'

/** Every text of the language, by key. */
export const messages = {
  ...app,
  ...ui,
  ...fields,
  ...options,
  ...writes,
  ...errors,
  ...today,
  ...customers,
  ...deals,
  ...activity,
  ...reports,
  ...settings,
  ...welcome,
  ...transfer,
} as const

import { activity } from './activity.ts'
import { app } from './app.ts'
import { customers } from './customers.ts'
import { deals } from './deals.ts'
import { errors } from './errors.ts'
import { fields } from './fields.ts'
import { options } from './options.ts'
import { reports } from './reports.ts'
import { settings } from './settings.ts'
import { today } from './today.ts'
import { transfer } from './transfer.ts'
import { ui } from './ui.ts'
import { welcome } from './welcome.ts'
import { writes } from './writes.ts'

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
}

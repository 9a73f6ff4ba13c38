import { activity } from './activity.ts'
import { app } from './app.ts'
import { customers } from './customers.ts'
import { deals } from './deals.ts'
import { duplicates } from './duplicates.ts'
import { errors } from './errors.ts'
import { fields } from './fields.ts'
import { lock } from './lock.ts'
import { options } from './options.ts'
import { ownFields } from './own-fields.ts'
import { privacy } from './privacy.ts'
import { reports } from './reports.ts'
import { secrets } from './secrets.ts'
import { segments } from './segments.ts'
import { settings } from './settings.ts'
import { sync } from './sync.ts'
import { today } from './today.ts'
import { transfer } from './transfer.ts'
import { ui } from './ui.ts'
import { upkeep } from './upkeep.ts'
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
  ...duplicates,
  ...activity,
  ...reports,
  ...segments,
  ...settings,
  ...ownFields,
  ...privacy,
  ...lock,
  ...upkeep,
  ...secrets,
  ...sync,
  ...welcome,
  ...transfer,
}

import { basename, join } from 'node:path'
import type { App, Session } from 'electron'

/** Asks where to save whatever the window offers (CSV, PDF, attachments), beginning in the downloads folder. */
export const askWhereToSave = (session: Session, app: Pick<App, 'getPath'>): void => {
  session.on('will-download', (_event, item) => {
    // The name comes from the page; only its last part may choose a place.
    item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), basename(item.getFilename())) })
  })
}

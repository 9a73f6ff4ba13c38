import { z } from 'zod'

/** Everything that can go wrong and be told, labelled `error.<code>` with what to do next. */
export const errorCodes = [
  'internal',
  'invalidInput',
  'notFound',
  'diskFull',
  'readOnly',
  'noAccess',
  'folderMissing',
  'bookInUse',
  'newerFormat',
  'journalDamaged',
  'backupDamaged',
  'backupSealed',
  'attachmentMissing',
  'attachmentTooLarge',
  'pdfFailed',
  'noBrowser',
  'urlNotAllowed',
  'hostGone',
  'notAllowed',
  'databaseBroken',
  'quotaExceeded',
  'recordMissing',
  'stageInUse',
  'lastStage',
  'fileUnreadable',
  'fileEmpty',
  'fileTooLarge',
  'fileIsOldExcel',
  'fileIsEncrypted',
  'fileIsBackup',
  'cancelled',
  'importUnanswered',
  'importRunning',
  'syncUnreachable',
  'syncCertificate',
  'syncLogin',
  'syncForbidden',
  'syncNotAServer',
  'syncNoBook',
  'syncNotEmpty',
  'syncWrongBook',
  'syncTargetChanged',
  'syncNotSealed',
  'syncKeyMissing',
  'syncPasswordMissing',
  'syncBusy',
  'syncFull',
  'syncWouldRemove',
  'syncClock',
  'syncFileDamaged',
  'syncFileOther',
  'syncOff',
  'syncPlaceUnproven',
  'wrongPassphrase',
  'weakPassphrase',
  'tooManyAttempts',
  'keysDamaged',
  'noKeyStore',
  'locked',
] as const

export type ErrorCode = (typeof errorCodes)[number]
export type ErrorParams = Record<string, string | number>

export const appErrorSchema = z.object({
  code: z.enum(errorCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** For the log, never translated. */
  detail: z.string().optional(),
})

/** An error with a code that the window can explain. `params` fill the message; `cause` is for the log. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams

  constructor(code: ErrorCode, params: ErrorParams = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, { cause })
    this.name = 'AppError'
    this.code = code
    this.params = params
  }
}

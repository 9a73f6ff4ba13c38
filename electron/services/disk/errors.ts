import { AppError } from '../../../shared/app-error.ts'

/** The system's code of an error (`ENOSPC`), or '' for anything else. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const full = new Set(['ENOSPC', 'EDQUOT'])
const forbidden = new Set(['EACCES', 'EPERM'])
const gone = new Set(['ENOENT', 'ENODEV', 'ENXIO', 'ESTALE', 'ENOTCONN'])

/** Whether an error means that this place can't be written to at all. */
export const isReadOnly = (error: unknown): boolean => systemCode(error) === 'EROFS' || forbidden.has(systemCode(error))

/** Tells an error of the file system as one that the window can explain. An `AppError` stays as it is. */
export const diskError = (error: unknown, path: string, doing: 'reading' | 'writing'): AppError => {
  if (error instanceof AppError) return error
  const code = systemCode(error)
  if (full.has(code)) return new AppError('diskFull', { path }, error)
  if (code === 'EROFS') return new AppError('readOnly', { path }, error)
  if (forbidden.has(code)) return new AppError(doing === 'reading' ? 'noAccess' : 'readOnly', { path }, error)
  if (code === 'ENOTDIR' || code === 'EISDIR' || code === 'EEXIST') return new AppError('noAccess', { path }, error)
  if (gone.has(code)) return new AppError('folderMissing', { path }, error)
  return new AppError('internal', {}, error)
}

/** Does something with the disk at a path; what the file system says against it is told as `diskError`. */
export const onDisk = async <T>(path: string, doing: 'reading' | 'writing', job: () => Promise<T>): Promise<T> => {
  try {
    return await job()
  } catch (error) {
    throw diskError(error, path, doing)
  }
}

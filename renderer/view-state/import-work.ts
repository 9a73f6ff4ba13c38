import { create } from 'zustand'

/** How far the import goes that runs while other pages are open. */
type ImportStatus = {
  fileName: string
  state: 'running' | 'paused' | 'done' | 'failed'
  /** Rows. */
  done: number
  total: number
}

type ImportWork = {
  /** Files that someone chose or dropped and the import page has not taken yet. */
  offered: readonly File[]
  status: ImportStatus | undefined
}

export const useImportWork = create<ImportWork>()(() => ({ offered: [], status: undefined }))

/** Hands files to the import page; whoever does leads there. */
export const offerImport = (files: readonly File[]): void =>
  useImportWork.setState(({ offered }) => ({ offered: [...offered, ...files] }))

/** The files that wait, once. */
export const takeOffered = (): readonly File[] => {
  const { offered } = useImportWork.getState()
  if (offered.length > 0) useImportWork.setState({ offered: [] })
  return offered
}

export const setImportStatus = (status: ImportStatus | undefined): void => useImportWork.setState({ status })

import { type AnyRouter, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

import { offerImport, openDialog } from '../view-state/index.ts'

const SYNC_FILE = '.fairbook-sync'

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false
/** Over a dialog a file is the dialog's, or nobody's. */
const isCovered = (): boolean => document.querySelector('[role=dialog]') !== null

const take = (event: DragEvent, navigate: AnyRouter['navigate']): void => {
  const files = [...(event.dataTransfer?.files ?? [])]
  if (files.length === 0 || isCovered()) return
  const syncFile = files.find(({ name }) => name.toLowerCase().endsWith(SYNC_FILE))
  if (syncFile) {
    openDialog({ kind: 'readSyncFile', file: syncFile })
    return
  }
  offerImport(files)
  void navigate({ to: '/import' })
}

/**
 * Takes files that are dropped anywhere on the window to the import, and a sync file to where it is read, unless the
 * place they are dropped on takes them itself. Without this a dropped file would replace the window. Returns whether files are being dragged over it.
 */
export const useWindowDrop = (isOn: boolean): boolean => {
  const { navigate } = useRouter()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(isOn && !isCovered())
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (isOn) take(event, navigate)
    }
    // Where a place on the page takes the file itself, the event ends there.
    const end = () => setOver(false)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', end, { capture: true })
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', end, { capture: true })
      window.removeEventListener('drop', drop)
    }
  }, [isOn, navigate])
  return isOver
}

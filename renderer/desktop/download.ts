const RELEASE_AFTER_MS = 60_000

/** Gives a file to the user by the browser's own way of saving; in Electron that asks where to. */
export const download = (name: string, blob: Blob): void => {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS)
}

const RELEASE_AFTER_MS = 60_000

/** A name that every file system takes. */
export const fileName = (words: readonly string[], ending: string): string =>
  `${words.join(' ').replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, '-')}.${ending}`

/** Gives a file to the user by the browser's own way of saving. */
export const download = (name: string, blob: Blob): void => {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS)
}

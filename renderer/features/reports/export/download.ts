const RELEASE_AFTER_MS = 60_000

/** What no file system takes, and what browsers put a line in place of: joiners. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu

/** The name of a file: what it is, and its day (`YYYY-MM-DD`) so that names sort by age. */
export const fileName = (title: string, day: string, ending: string): string =>
  `${title.replaceAll(FORBIDDEN, ' ').trim()} ${day}.${ending}`

/** Gives a file to the user by the browser's own way of saving. */
export const download = (name: string, blob: Blob): void => {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS)
}

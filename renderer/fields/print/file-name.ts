/** What no file system takes, and what browsers put a line in place of: joiners. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu

/** The name of a file: what it is, and its day (`YYYY-MM-DD`) so that names sort by age. */
export const fileName = (title: string, day: string, ending: string): string =>
  `${title.replaceAll(FORBIDDEN, ' ').trim()} ${day}.${ending}`

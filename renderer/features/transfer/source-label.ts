import type { I18n } from '../../i18n/index.ts'

/** The program a file is from, in words; nothing where it is from nowhere known. */
export const sourceLabel = (source: string | undefined, { tx }: Pick<I18n, 'tx'>): string | undefined =>
  source === undefined ? undefined : tx(`transfer.source.${source}`, source)

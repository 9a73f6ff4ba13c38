import type { NounName } from '../domain/index.ts'

type File = { noun: NounName; kind: 'person' | 'company' | undefined }

const rank = ({ noun, kind }: File): number => {
  if (noun === 'customers') return kind === 'company' ? 0 : 1
  return noun === 'deals' ? 2 : 3
}

/** Several files in the order in which each finds what it points to: companies, people, deals, and the rest. */
export const importOrder = <F extends File>(files: readonly F[]): F[] =>
  files
    .map((file, at) => ({ file, at }))
    .sort((a, b) => rank(a.file) - rank(b.file) || a.at - b.at)
    .map(({ file }) => file)

import type { Shown } from '../format.ts'

/** What every input of a field takes: a value as the schema has it, undefined for none. */
export type InputProps = {
  column: Shown
  label: string
  hideLabel?: boolean
  description?: string | undefined
  value: unknown
  onChange: (value: unknown) => void
  onBlur?: () => void
  errorMessage?: string | undefined
  isRequired?: boolean
  autoFocus?: boolean
}

/** The parts of the props that every kit component takes as they are. */
export const frameOf = ({
  label,
  hideLabel,
  description,
  errorMessage,
  onBlur,
  isRequired,
  autoFocus,
}: Omit<InputProps, 'column' | 'value' | 'onChange'>) => ({
  label,
  description,
  errorMessage,
  ...(hideLabel !== undefined && { hideLabel }),
  ...(onBlur && { onBlur }),
  ...(isRequired !== undefined && { isRequired }),
  ...(autoFocus !== undefined && { autoFocus }),
})

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
export const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

const isMap = (value: unknown): value is Record<string, object> => typeof value === 'object' && value !== null

/** The entries of a map-like value in the order they were added: a row must not jump while it is edited. */
export const entriesOf = (value: unknown): (readonly [id: string, entry: object])[] =>
  isMap(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : []

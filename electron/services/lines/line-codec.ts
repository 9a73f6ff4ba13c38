import { AppError } from '../../../shared/app-error.ts'

/** How JSON stands between the frame of a line: as it is, or sealed, as a JSON text of base64. */
export type LineCodec = {
  /** The key at hand; undefined where there is none. */
  readonly keyId: string | undefined
  /** Whether what is written is sealed. Both kinds are read where there is a key. */
  readonly seals: boolean
  /** Whether a record in the open is damage: everything was sealed once, so whoever wrote it had not the key. */
  readonly onlySealed: boolean
  encode: (json: Uint8Array) => Uint8Array
  /**
   * The JSON of a line's data; undefined for what was sealed and does not open, and for a record that should be sealed.
   * @throws AppError `keysDamaged` for sealed data where there is no key at all
   */
  decode: (data: Buffer) => Buffer | undefined
}

const QUOTE = 0x22

/** Whether a line's data is sealed: no record and no header is a mere text. */
export const isSealed = (data: Uint8Array): boolean => data[0] === QUOTE && data.at(-1) === QUOTE && data.length > 1

/** Lines of a book without a key. Sealed ones mean that its key file is lost: nothing may go on as if it were damage. */
export const plainLines: LineCodec = {
  keyId: undefined,
  seals: false,
  onlySealed: false,
  encode: (json) => json,
  decode: (data) => {
    if (isSealed(data)) throw new AppError('keysDamaged')
    return data
  },
}

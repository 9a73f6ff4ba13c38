import { deflateRawSync, inflateRawSync } from 'node:zlib'

import type { RecordState } from '../../../shared/change/index.ts'
import { recordText } from '../lines/record-line.ts'
import { UnreadableRecord } from './codec.ts'
import { DICTIONARY } from './dictionary.ts'
import { pad, unpad } from './padding.ts'
import { readState } from './read-state.ts'

/** How the JSON follows: as it is, or deflated (RFC 1951) from the dictionary. */
const AS_IS = 0
const DEFLATED = 1

/** No record is larger, in bytes: the window's messages are not. Stops what would unpack to fill the memory. */
const LARGEST = 64 * 1024 * 1024

/** Records are small: with buffers to match, packing takes half the time that zlib's own settings take. */
const SETTINGS = { dictionary: DICTIONARY, windowBits: 13, memLevel: 5, chunkSize: 2048 }

/**
 * A record as bytes to be sealed: one that tells how, then its JSON, deflated where that is shorter, padded.
 * On the sample book (1,980 records, 1.12 MB of JSON), sealed and in base64: 1.62 MB as it is, 1.06 MB deflated, 0.73
 * MB deflated from the dictionary, 0.81 MB padded as well, with 7 lengths where the JSON has over 500. The length of a
 * deflated text can tell what is in it to someone who writes half of it and watches; here such a person (a web form)
 * writes a record of their own, and the padding blurs the rest.
 */
export const packRecord = (state: RecordState): Buffer => {
  const json = Buffer.from(recordText(state), 'utf8')
  const deflated = deflateRawSync(json, SETTINGS)
  const [how, bytes] = deflated.length < json.length ? [DEFLATED, deflated] : [AS_IS, json]
  return pad(Buffer.concat([Buffer.of(how), bytes]))
}

const inflate = (bytes: Uint8Array): Buffer => {
  try {
    return inflateRawSync(bytes, { dictionary: DICTIONARY, maxOutputLength: LARGEST, chunkSize: 4096 })
  } catch (error) {
    throw new UnreadableRecord('odd', error)
  }
}

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    // Without the cause: it quotes what it could not parse.
    throw new UnreadableRecord('odd')
  }
}

/** The inverse of `packRecord`, of bytes that who has the key has sealed. @throws UnreadableRecord `odd`, `newer` */
export const unpackRecord = (packed: Uint8Array): RecordState => {
  const bytes = unpad(packed)
  if (bytes === undefined || bytes.length === 0) throw new UnreadableRecord('odd')
  const [how] = bytes
  if (how !== AS_IS && how !== DEFLATED) throw new UnreadableRecord('newer')
  const rest = bytes.subarray(1)
  return readState(parse(Buffer.from(how === DEFLATED ? inflate(rest) : rest).toString('utf8')))
}

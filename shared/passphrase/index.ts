export { latinDigits, MIN_PASSPHRASE, normalPassphrase } from './normal.ts'
export { isLongEnough, type PassphraseStrength, passphraseStrength } from './strength.ts'

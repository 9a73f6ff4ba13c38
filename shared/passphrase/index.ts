export { latinDigits, MIN_PASSPHRASE, normalPassphrase } from './normal.ts'
export { isLongEnough, passphraseStrength } from './strength.ts'

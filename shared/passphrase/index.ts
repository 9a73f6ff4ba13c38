export { latinDigits, MIN_PASSPHRASE, normalPassphrase } from './normal.ts'
export { isStrongEnough, passphraseStrength } from './strength.ts'

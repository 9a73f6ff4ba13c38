export { latinDigits, MIN_PASSPHRASE, normalPassphrase } from './normal.ts'

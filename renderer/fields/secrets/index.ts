export { KeyInput, type KeyInputValue, keySourceOf, noKey } from './key-input.tsx'
export { isPassphraseReady, NewPassphrase, type NewPassphraseValue, noPassphrase } from './new-passphrase.tsx'
export { RecoveryKey } from './recovery-key.tsx'

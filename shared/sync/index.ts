export { type Keyring, keyringSchema, type TargetHead, targetHeadSchema } from './head.ts'
export { type SyncPlace, syncPlaceSchema } from './place.ts'

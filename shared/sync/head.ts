import { z } from 'zod'

const base64 = z
  .string()
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .max(1_000)

/** scrypt (RFC 7914) as it was run: cost `N`, block size `r`, parallelism `p`. */
const kdfSchema = z.object({
  name: z.literal('scrypt'),
  N: z
    .int()
    .min(2)
    .max(2 ** 22),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
  salt: base64,
})

/** One way to the key: the key itself, sealed with what a passphrase or a recovery key gives. */
const wrapSchema = z.object({
  kind: z.enum(['passphrase', 'recovery']),
  kdf: kdfSchema,
  nonce: base64,
  sealed: base64,
  /** SHA-256 of all the rest: tells a wrong passphrase from damage. */
  check: base64,
})

/** The ways to one book key. It holds no secret by itself. */
export const keyringSchema = z.object({
  version: z.literal(1),
  /** Names the key: sixteen hex digits of its hash. */
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  /** Counts up with each change of passphrase: the larger one counts. */
  revision: z.int().min(1),
  wraps: z.array(wrapSchema).min(1).max(8),
})
export type Keyring = z.infer<typeof keyringSchema>

/** What stands at a target about itself, readable by who has not the key. */
export const targetHeadSchema = z.object({
  format: z.literal(1),
  bookId: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
  /** Which life of the target this is: one that was emptied and made anew has another. */
  epoch: z.string().regex(/^[0-9a-f]{16}$/),
  createdAt: z.iso.datetime(),
  /** Whether records are sealed there; then the keyring says with which key. Never changes. */
  sealed: z.boolean(),
  keyring: keyringSchema.optional(),
})
export type TargetHead = z.infer<typeof targetHeadSchema>

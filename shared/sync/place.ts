import { z } from 'zod'

/** Where copies of the book meet. `file`: nowhere; files are carried from one computer to the other. */
export const syncPlaceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('couchdb'),
    /** Of the server, without the database: `https://couch.example.com:6984`. */
    url: z.string().min(1).max(2_000),
    database: z.string().regex(/^[a-z][a-z0-9_$()+/-]{0,200}$/),
    user: z.string().max(200).optional(),
  }),
  z.object({ kind: z.literal('folder'), path: z.string().min(1).max(4_000) }),
  z.object({ kind: z.literal('file') }),
])
export type SyncPlace = z.infer<typeof syncPlaceSchema>

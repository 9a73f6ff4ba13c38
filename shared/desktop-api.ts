import { z } from 'zod'

import { appErrorSchema } from './app-error.ts'
import { recordStateSchema } from './change/index.ts'

/** One call of the window to the desktop side: what goes in, what comes out. */
type Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = { input: I; output: O }

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> => ({ input, output })

const nothing = z.object({})
const bytes = z.instanceof(Uint8Array)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const bookId = z.string().regex(/^[0-9a-zA-Z-]{1,64}$/)
const cursor = z.string().max(500)
const page = z.object({ records: z.array(recordStateSchema), cursor, more: z.boolean() })
const backupName = z.string().regex(/^[0-9A-Za-z._-]{1,100}\.fairbook$/)

/** Something the desktop side noticed while opening the files, labelled `notice.<kind>`. */
export const noticeSchema = z.object({
  kind: z.enum(['tornLine', 'damagedLines', 'damagedSnapshot', 'readOnly', 'newBook', 'backupFailed']),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})

export const backupReasons = ['daily', 'manual', 'import', 'merge', 'restore'] as const

export const backupSchema = z.object({
  name: backupName,
  createdAt: z.string(),
  reason: z.enum(backupReasons),
  /** Bytes. */
  size: z.number(),
  /** Records by table; tables of a newer version included. */
  counts: z.record(z.string(), z.number()),
})

/** At most this many records go into one push or come in one page. */
export const MAX_PAGE = 2_000
/** The largest attachment, in bytes. */
export const MAX_ATTACHMENT = 50 * 1024 * 1024
/** The largest message to a host, in bytes: an attachment, with room for what is said about it. */
export const MAX_MESSAGE = MAX_ATTACHMENT + 1024 * 1024

/**
 * Every call between window and desktop side, once. The preload bridge, the loopback routes and the fake for tests
 * derive from this. Each fails with an `AppError` only.
 */
export const desktopApi = {
  'host.info': call(
    nothing,
    z.object({
      host: z.enum(['electron', 'browser', 'fake']),
      platform: z.string(),
      version: z.string(),
      dataFolder: z.string(),
    }),
  ),
  /** Tells the language of the window, for the system's menus and dialogs. */
  'host.language': call(z.object({ language: z.string().max(35) }), nothing),
  /**
   * Opens the files. `known` are the books the window holds, newest first: a folder without a `book.json` takes up the
   * first of them, so that files that were lost can be written again.
   */
  'book.open': call(
    z.object({ known: z.array(bookId).max(100) }),
    z.object({
      bookId,
      deviceId: z.string(),
      /** Whether the folder was new or had lost its files: the window pushes everything it has. */
      fresh: z.boolean(),
      notices: z.array(noticeSchema),
    }),
  ),
  /** `bookId` is of the book that the window holds: a folder that by now has another one takes and gives nothing. */
  'journal.push': call(z.object({ bookId, records: z.array(recordStateSchema).max(MAX_PAGE) }), z.object({ cursor })),
  'journal.pull': call(z.object({ bookId, after: cursor.nullable(), limit: z.int().min(1).max(MAX_PAGE) }), page),
  /**
   * Leaves nothing of erased records in the files: writes the journal anew, and takes the damaged lines that hold one
   * of these texts (ids, names) out of the quarantine. Backups stay as they are.
   */
  'journal.forget': call(z.object({ bookId, texts: z.array(z.string().min(3).max(500)).max(10_000) }), nothing),
  'attachments.put': call(z.object({ bytes }), z.object({ sha256, size: z.number() })),
  'attachments.get': call(z.object({ sha256 }), z.object({ bytes })),
  /** Deletes the file; without one of this hash nothing happens. */
  'attachments.delete': call(z.object({ sha256 }), nothing),
  'backups.list': call(nothing, z.object({ backups: z.array(backupSchema) })),
  'backups.create': call(z.object({ reason: z.enum(backupReasons) }), z.object({ backup: backupSchema })),
  /** The records of a backup, checked against its hashes; its attachments are put back into the data folder. */
  'backups.read': call(
    z.object({ name: backupName, after: cursor.nullable(), limit: z.int().min(1).max(MAX_PAGE) }),
    page,
  ),
  'backups.delete': call(z.object({ name: backupName }), nothing),
  /** Prints self-contained HTML with the browser's engine. */
  'pdf.print': call(z.object({ html: z.string().max(20_000_000) }), z.object({ bytes })),
  /** Opens an http(s), mailto or tel address with the system's program for it. */
  'shell.open': call(z.object({ url: z.string().max(2_000) }), nothing),
  'shell.reveal': call(z.object({ what: z.enum(['dataFolder', 'backups']) }), nothing),
} as const satisfies Record<string, Call>

export type DesktopCall = keyof typeof desktopApi
export type DesktopInput<C extends DesktopCall> = z.input<(typeof desktopApi)[C]['input']>
export type DesktopOutput<C extends DesktopCall> = z.output<(typeof desktopApi)[C]['output']>

/** What the system's menus ask of the window. */
export const menuCommands = [
  'newCustomer',
  'newDeal',
  'import',
  'find',
  'undo',
  'redo',
  'keys',
  'settings',
  'today',
  'customers',
  'deals',
  'activity',
  'reports',
] as const
export const menuCommandSchema = z.enum(menuCommands)
export type MenuCommand = z.infer<typeof menuCommandSchema>

/** The desktop side as the window sees it. */
export type Desktop = {
  /** @throws AppError */
  call: <C extends DesktopCall>(name: C, input: DesktopInput<C>) => Promise<DesktopOutput<C>>
  /** Follows the system's menus; returns how to stop. */
  onMenu: (listener: (command: MenuCommand) => void) => () => void
}

/** The desktop side as its services offer it: what a host puts behind its adapter. */
export type DesktopHandlers = {
  [C in DesktopCall]: (input: z.output<(typeof desktopApi)[C]['input']>) => Promise<DesktopOutput<C>>
}

/** What crosses the boundary: a value or an error, never nothing. */
export const envelopeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: appErrorSchema }),
])
export type Envelope = z.infer<typeof envelopeSchema>

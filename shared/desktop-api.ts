import { z } from 'zod'

import { appErrorSchema } from './app-error.ts'
import { recordStateSchema } from './change/index.ts'
import { syncPlaceSchema } from './sync/index.ts'

/** One call of the window to the desktop side: what goes in, what comes out. */
type Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = { input: I; output: O }

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> => ({ input, output })

const nothing = z.object({})
const bytes = z.instanceof(Uint8Array)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const bookId = z.string().regex(/^[0-9a-zA-Z-]{1,64}$/)
const cursor = z.string().max(100_000)
const aside = z.array(
  z.object({ key: z.string().max(1_000), reason: z.enum(['damaged', 'otherKey', 'newer', 'tooLarge', 'odd']) }),
)
const page = z.object({ records: z.array(recordStateSchema), cursor, more: z.boolean(), aside: aside.optional() })
const passphrase = z.string().min(1).max(1_000)
/** What opens a sealed book: its passphrase, its recovery key, or the code that another device shows. */
const keySource = z.union([
  z.object({ passphrase }),
  z.object({ recoveryKey: z.string().min(1).max(200) }),
  z.object({ code: z.string().min(1).max(4_000) }),
])
const backupName = z.string().regex(/^[0-9A-Za-z._-]{1,100}\.fairbook$/)

/** Something the desktop side noticed while opening the files, labelled `notice.<kind>`. */
export const noticeSchema = z.object({
  kind: z.enum(['tornLine', 'damagedLines', 'damagedSnapshot', 'readOnly', 'newBook', 'backupFailed']),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})

export const backupReasons = ['daily', 'manual', 'import', 'merge', 'restore', 'join'] as const

export const backupSchema = z.object({
  name: backupName,
  createdAt: z.string(),
  reason: z.enum(backupReasons),
  /** The book it is of: after another one was joined, not the one that is open. */
  bookId,
  /** Bytes. */
  size: z.number(),
  /** Records by table; tables of a newer version included. */
  counts: z.record(z.string(), z.number()),
  /** Whether it opens only with the passphrase or recovery key of its time; not told for one that is plain. */
  sealed: z.boolean().optional(),
})

/** What a place says of itself before it is used; see `TargetSummary` of the services. */
const syncSummarySchema = z.object({
  /** The book that is there; none in an empty place. */
  book: z.object({ bookId, createdAt: z.string(), sealed: z.boolean() }).optional(),
  records: z.int(),
  bytes: z.number().optional(),
  devices: z.int().optional(),
  lastAt: z.string().optional(),
  /** Milliseconds. */
  clockOffset: z.number().optional(),
  readableOnTheWay: z.boolean(),
  writable: z.boolean(),
})
export type SyncSummary = z.infer<typeof syncSummarySchema>

const syncStateSchema = z.object({
  /** Where this book syncs; null while it does not. */
  place: syncPlaceSchema.nullable(),
  sealed: z.boolean(),
  /** Names the position that the window keeps of it. */
  target: z.string().max(200),
  /** What must be given before it goes on: the secrets of a computer without a key store are asked for at each start. */
  needs: z.enum(['nothing', 'key', 'password']),
  /** Whether secrets outlive this start, and where. */
  keptBy: z.enum(['system', 'lock', 'nobody']),
  /** Whether a place was written down by who has not the key of this locked book: `place` is null, nothing goes there. */
  unproven: z.boolean().optional(),
})
export type SyncState = z.infer<typeof syncStateSchema>

const lockStateSchema = z.object({
  /** Whether the files are sealed with a passphrase. */
  enabled: z.boolean(),
  /** Whether the passphrase must be given now. */
  locked: z.boolean(),
  /** Locks by itself after this long without a key or a click; 0: never. */
  minutes: z.int().min(0).max(1_440),
  /** Wrong passphrases make the next try wait this long, in seconds. */
  wait: z.number(),
})
export type LockState = z.infer<typeof lockStateSchema>

/** At most this many bytes of a sync file cross at once. */
export const MAX_FILE_PART = 4 * 1024 * 1024

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
      /** The window is in a browser of the user's own now: what that keeps can't be deleted from here. */
      ownBrowser: z.boolean().optional(),
    }),
  ),
  /** Tells the language of the window, for the system's menus and dialogs. */
  'host.language': call(z.object({ language: z.string().max(35) }), nothing),
  /**
   * Starts the program anew; what it kept for a window that was locked since goes before the window opens again. Where
   * the window is in a browser of the user's own, nothing happens (`restarts` false): it is to be loaded anew.
   */
  'host.restart': call(nothing, z.object({ restarts: z.boolean() })),
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
      /** Of a locked book: the key (32 bytes) that seals the window's own copy. */
      rowKey: bytes.optional(),
    }),
  ),
  /** `bookId` is of the book that the window holds: a folder that by now has another one takes and gives nothing. */
  'journal.push': call(
    z.object({ bookId, records: z.array(recordStateSchema).max(MAX_PAGE) }),
    z.object({ cursor: cursor.optional() }),
  ),
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
  /**
   * The records of a backup, checked against its hashes; its attachments are put back into the data folder. One that is
   * sealed with another key than the book's fails with `backupSealed` until `key` was given once since the start.
   */
  'backups.read': call(
    z.object({
      name: backupName,
      after: cursor.nullable(),
      limit: z.int().min(1).max(MAX_PAGE),
      key: keySource.optional(),
    }),
    page,
  ),
  'backups.delete': call(z.object({ name: backupName }), nothing),
  'lock.state': call(nothing, lockStateSchema),
  /**
   * Seals all files with a new key under this passphrase, backups included (damaged ones are deleted). What the window
   * kept in the open goes at the next start: see `host.restart`. Whatever was not pushed before is lost then.
   */
  'lock.enable': call(
    z.object({ passphrase }),
    z.object({
      recoveryKey: z.string(),
      /** Whether something could not be sealed yet (a full disk): the next opening of the book goes on. */
      unfinished: z.boolean().optional(),
    }),
  ),
  /** @throws AppError `wrongPassphrase`, `tooManyAttempts`, `keysDamaged` */
  'lock.open': call(z.object({ key: keySource }), nothing),
  /** Forgets the key; every other call but `lock.*` and `host.*` fails with `locked` until it is given again. */
  'lock.close': call(nothing, nothing),
  'lock.disable': call(z.object({ passphrase }), nothing),
  'lock.minutes': call(z.object({ minutes: z.int().min(0).max(1_440) }), nothing),
  'lock.changePassphrase': call(z.object({ key: keySource, next: passphrase }), nothing),
  /** A new recovery key; the old one is worth nothing from then on. */
  'lock.newRecoveryKey': call(z.object({ passphrase }), z.object({ recoveryKey: z.string() })),
  'sync.state': call(nothing, syncStateSchema),
  /** Looks at a place without changing anything. Fails with the exact diagnosis. */
  'sync.inspect': call(
    z.object({ place: syncPlaceSchema, password: z.string().max(1_000).optional() }),
    syncSummarySchema,
  ),
  /** Makes an empty place ready for this book and syncs there from now on. */
  'sync.setUp': call(
    z.object({
      place: syncPlaceSchema,
      password: z.string().max(1_000).optional(),
      /** Absent: not sealed. */
      passphrase: passphrase.optional(),
    }),
    z.object({ recoveryKey: z.string().optional() }),
  ),
  /**
   * Syncs with the book that is at a place from now on. When that is another book than the one that is open, the data
   * folder becomes that book's (make a backup before) and the window starts anew.
   */
  'sync.join': call(
    z.object({ place: syncPlaceSchema, password: z.string().max(1_000).optional(), key: keySource.optional() }),
    z.object({ bookId, switched: z.boolean() }),
  ),
  /** Stops to sync; what is at the place stays there. */
  'sync.leave': call(nothing, nothing),
  /** Gives what `needs` asks for. */
  'sync.unlock': call(z.object({ key: keySource.optional(), password: z.string().max(1_000).optional() }), nothing),
  'sync.changePassphrase': call(z.object({ key: keySource, next: passphrase }), nothing),
  'sync.newRecoveryKey': call(z.object({ passphrase }), z.object({ recoveryKey: z.string() })),
  /** What another device needs to join, the key included, to be shown as a QR code. */
  'sync.code': call(nothing, z.object({ code: z.string() })),
  'sync.push': call(
    z.object({ bookId, records: z.array(recordStateSchema).max(MAX_PAGE) }),
    z.object({ aside: aside.optional() }),
  ),
  'sync.pull': call(z.object({ bookId, after: cursor.nullable(), limit: z.int().min(1).max(MAX_PAGE) }), page),
  /** What web forms left at the place, as it was sent: anything at all. */
  'sync.intake': call(
    z.object({ bookId, limit: z.int().min(1).max(100) }),
    z.object({ items: z.array(z.object({ id: z.string(), rev: z.string(), body: z.unknown() })) }),
  ),
  /** `taken` goes from the place; `odd` stays there, marked, and is not given again. */
  'sync.intakeDone': call(
    z.object({ bookId, items: z.array(z.object({ id: z.string(), rev: z.string(), odd: z.boolean() })).max(100) }),
    nothing,
  ),
  /** After records were erased: takes earlier states of them out of what this device may rewrite at the place. */
  'sync.forget': call(z.object({ bookId }), nothing),
  /** Makes a sync file of the whole book; `syncFile.part` gives its bytes. */
  'syncFile.take': call(z.object({ bookId }), z.object({ size: z.number(), name: z.string() })),
  'syncFile.part': call(z.object({ offset: z.number() }), z.object({ bytes })),
  /** Hands over a sync file piece by piece; the last answers what it is. */
  'syncFile.give': call(
    z.object({ offset: z.number(), bytes, last: z.boolean() }),
    z.object({ summary: syncSummarySchema.optional() }),
  ),
  /** The records of the sync file that was given; `key` where it is sealed with another key than this book's. */
  'syncFile.pull': call(
    z.object({ bookId, after: cursor.nullable(), limit: z.int().min(1).max(MAX_PAGE), key: keySource.optional() }),
    page,
  ),
  /** Prints self-contained HTML with the browser's engine. */
  'pdf.print': call(z.object({ html: z.string().max(20_000_000) }), z.object({ bytes })),
  /** Opens an http(s), mailto or tel address with the system's program for it. */
  'shell.open': call(z.object({ url: z.string().max(2_000) }), nothing),
  /** Asks the person for a folder, where this host can; null when they chose none. */
  'shell.chooseFolder': call(nothing, z.object({ supported: z.boolean(), path: z.string().nullable() })),
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
  'lock',
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

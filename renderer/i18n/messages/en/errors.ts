export const errors = {
  'error.internal':
    'Something went wrong inside Fairbook. Try again; if it happens again, restart the program. What was shown as saved is still there.',
  'error.invalidInput': 'Some of what was entered can’t be saved. Correct the marked fields and try again.',
  'error.notFound': 'This could not be found. It may have been moved or deleted: refresh the list and choose again.',
  'error.diskFull':
    'The disk is full, so nothing more can be written to the data folder. Free some space and try again. {path}',
  'error.readOnly':
    'The data folder is read-only, so nothing can be saved in it. Allow writing to it and start Fairbook again. {path}',
  'error.noAccess': 'Fairbook is not allowed to open this file or folder. Change its permissions and try again. {path}',
  'error.folderMissing':
    'The data folder is not there. Connect the drive it is on or put the folder back, then start Fairbook again. {path}',
  'error.bookInUse':
    'Another Fairbook is already using this data folder. Switch to it, or close it and try again. {path}',
  'error.newerFormat':
    'This book was written by a newer version of Fairbook. Update Fairbook to open it; nothing was changed.',
  'error.journalDamaged': 'The journal on disk is damaged and can’t be read on. Restore the latest backup in Settings.',
  'error.backupDamaged': 'This backup is damaged, so nothing was restored from it. Choose another backup.',
  'error.backupSealed':
    'This backup is sealed with another passphrase than the book. Give the passphrase or the recovery key of the day it was made.',
  'error.attachmentMissing': 'The file is no longer in the data folder. Add it again, or restore a backup that has it.',
  'error.attachmentTooLarge':
    'The file is larger than 50 MB. Choose a smaller one, or keep it elsewhere and note where it is.',
  'error.pdfFailed': 'The PDF could not be made. Try again; if it fails again, export the report as CSV.',
  'error.noBrowser':
    'No Chrome, Chromium or Edge was found on this computer. Install one of them and start Fairbook again.',
  'error.urlNotAllowed':
    'This address can’t be opened: only web, e-mail and phone links can. Correct the address and try again.',
  'error.hostGone':
    'The desktop part of Fairbook no longer answers, so nothing reaches the files. Start Fairbook again; what you entered is kept in this window’s database.',
  'error.notAllowed':
    'Fairbook refused this request because it did not come from its own window. Close the window and start Fairbook again.',
  'error.databaseBroken':
    'The window’s database could not be opened. Start Fairbook again: the book is then rebuilt from the files.',
  'error.quotaExceeded': 'There is no room left for the working copy of the book. Free some disk space and try again.',
  'error.recordMissing': 'This record no longer exists. Look for it in the trash, or go back to the list.',
  'error.stageInUse': 'There are still deals in this stage. Move them to another stage, then remove it.',
  'error.lastStage': 'A pipeline needs at least one stage. Add another one before you remove this.',
  'error.fileUnreadable':
    'The file could not be read. Check that it is the right kind of file and not locked by another program, then choose it again.',
  'error.fileEmpty': 'There is nothing in the file to import. Choose another file.',
  'error.fileTooLarge':
    'The file is larger than Fairbook can take in at once. Split it into several smaller files and import them one after the other.',
  'error.fileIsOldExcel':
    'This is a workbook of an old Excel (.xls). Open it in a spreadsheet program, save it as .xlsx or CSV, and choose that file.',
  'error.fileIsEncrypted':
    'The workbook is protected with a password. Open it, remove the password, save it, and choose it again.',
  'error.fileIsBackup': 'This is a backup of Fairbook, not a list to import. Restore it in Settings, under Backups.',
  'error.cancelled': 'This was cancelled. You can start it again at any time.',
  'error.importUnanswered':
    'A column of dates can be read in two ways. Say which number is the day, then start the import.',
  'error.importRunning': 'This import is running in another window. Wait until it ends there.',
  'error.syncUnreachable':
    '{why, select, name {No computer of this name was found: {place}. Check the spelling, and whether you are online.} refused {The computer answers, but no server runs at {place}. Start it, or check the port in the address.} timeout {{place} did not answer in time. Try again later, or ask whoever runs it.} network {There is no network to {place}. Connect to the network or the VPN; Fairbook tries again by itself.} address {This is no address of a server. Enter one such as https://couch.example.com:6984; user and password have fields of their own.} redirect {{place} leads on to another server: {to}. If you trust that one, enter its address.} missing {The folder is not there: {place}. Connect the drive or the stick, or choose the folder again.} drive {The drive or share with {place} does not answer any more. Connect it again, and see that the computer it belongs to is on; Fairbook tries again by itself.} noTls {{place} answers, but not over TLS. Check the port; where the server has no TLS, the address begins with http://.} other {The connection to {place} broke. Fairbook tries again by itself; if it stays so, ask whoever runs the server.}}',
  'error.syncCertificate':
    'The certificate of {place} is not trusted ({why}), so nothing was sent there. Correct the address, or have the certificate renewed.',
  'error.syncLogin': '{place} does not accept this user and password. Check both and enter the password again.',
  'error.syncForbidden':
    'This login may not do that at {place}. Ask whoever runs the server for the right to read and write this database.',
  'error.syncNotAServer': 'Something answers at {place}, but it is no CouchDB. Check the address and the port.',
  'error.syncNoBook':
    '{why, select, gone {The book is not in {place} any more. Connect the drive or the share that the folder is on; if the folder was moved, stop syncing and choose it again.} other {There is no book there. Check the name of the database or the folder, or make your book available there.}}',
  'error.syncNotEmpty':
    'Something is at {place} already. Choose another database or folder, or join the book that is there.',
  'error.syncWrongBook':
    'Another book than this one is at that place, and two books never mix, so sync stopped. Stop syncing, then choose the right place or join that book.',
  'error.syncTargetChanged':
    '{why, select, older {{place} was set back to an older state, perhaps from a backup.} other {What is at {place} was deleted and made anew.}} Sync stopped so that nothing is lost: stop syncing, then join again.',
  'error.syncNotSealed':
    'This book is stored sealed, but the place wants it readable. Nothing was sent. Look who changed the place; if all is well, stop syncing and set it up anew.',
  'error.syncKeyMissing':
    'The key of the sealed book is not here. Enter the passphrase or the recovery key in Settings, Sync.',
  'error.syncPasswordMissing': 'The password of the server is not kept here. Enter it in Settings, Sync.',
  'error.syncBusy': '{place} is busy. Fairbook tries again by itself in a while.',
  'error.syncFull':
    'There is no room left at {place}. Free some, or ask whoever runs it; until then the changes wait here.',
  'error.syncWouldRemove':
    '{direction, select, out {This sync would remove {count, number} of {total, number} records for everyone.} other {This sync would remove {count, number} of {total, number} records here.}} Look before you let it: someone may have deleted them by mistake.',
  'error.syncClock':
    'The clock of this computer and those of the others differ by {minutes, number, ::unit/minute unit-width-full-name sign-never}. Set it right, or later changes may seem older.',
  'error.syncFileDamaged': 'This sync file is damaged or was not copied whole. Copy it again, or have a new one made.',
  'error.syncFileOther': 'This is no sync file of Fairbook. Choose a file that ends in .fairbook-sync.',
  'error.syncPlaceUnproven':
    'Where this locked book syncs was changed without its passphrase, so sync stopped and nothing was sent. In Settings, Sync, choose the place again; if you did not change any file of the data folder, find out who did.',
  'error.syncOff': 'This book does not sync. Set it up in Settings, Sync.',
  'notice.tornLine':
    'Last time the program stopped in the middle of a write. The unfinished line was dropped; everything shown as saved is here.',
  'notice.damagedLines':
    '{count, plural, one {# damaged line was} other {# damaged lines were}} found in the files and set aside; everything else is open. Compare with a backup in Settings. {path}',
  'notice.damagedSnapshot':
    'A stored copy of the book was damaged. What could not be read was set aside in {path} and is written again from this window.',
  'notice.readOnly':
    'The data folder is read-only. You can look things up, but new entries stay in this window until writing is allowed.',
  'notice.newBook': 'A new book was started in the data folder.',
  'notice.backupFailed':
    'The daily backup could not be made. Check the free disk space, then make a backup by hand in Settings.',
  'error.wrongPassphrase':
    'This is neither the passphrase nor the recovery key. Check the keyboard’s language and try again.',
  'error.weakPassphrase':
    'This passphrase is too easy to guess and can’t be used. Put together four words that nobody else would.',
  'error.tooManyAttempts':
    'Too many wrong tries. Wait a little, then try again; each further one makes the wait longer.',
  'error.keysDamaged':
    'The file that holds the key of the book is damaged, so it can’t be opened. Restore the data folder from a copy.',
  'error.noKeyStore':
    'This computer has no key store that could keep the secret safe. It is asked for at each start instead.',
  'error.locked': 'The book is locked. Give its passphrase to go on; nothing was lost.',
} as const

export const secrets = {
  'secrets.passphrase': 'Passphrase',
  'secrets.passphraseHelp':
    'Four or five words that nobody else would put together are easy to keep and hard to guess.',
  'secrets.again': 'The same again',
  'secrets.differs': 'This is not the same as above',
  'secrets.reason.tooShort': '{count, plural, one {At least # character} other {At least # characters}}',
  'secrets.reason.common': 'Among the first that anyone tries, so it can’t be used. Take four words instead.',
  'secrets.reason.repeats': 'The same few characters again and again, so it can’t be used. Take four words instead.',
  'secrets.reason.sequence': 'Characters that lie beside each other, so it can’t be used. Take four words instead.',
  'secrets.strength.weak': 'Too easy to guess, so it can’t be used. Add a word or two.',
  'secrets.strength.fair': 'Fair',
  'secrets.strength.good': 'Hard to guess',
  'secrets.openWith': 'Open with',
  'secrets.recoveryKey': 'Recovery key',
  'secrets.recoveryKeyHelp': 'Capital letters, spaces and dashes make no difference.',
  'secrets.recoveryHelp':
    'This key opens the book when the passphrase is forgotten. Keep it on paper, away from this computer.',
  'secrets.recoveryOnce':
    'It is shown only now. Whoever loses both the passphrase and the recovery key can’t open the sealed book any more, and nobody can help.',
  'secrets.putAway': 'I have put it away',
  'secrets.print': 'Print',
  'secrets.copy': 'Copy',
  'secrets.copied': 'Copied',
  'secrets.sheetTitle': 'Recovery key of a Fairbook book',
  'secrets.leaveTitle': 'Close without the recovery key?',
  'secrets.leaveYes': 'Close',
  'secrets.leaveNo': 'Back to the key',
} as const

import type { secrets as en } from '../en/secrets.ts'

export const secrets: Record<keyof typeof en, string> = {
  'secrets.passphrase': 'Slaptafrazė',
  'secrets.passphraseHelp':
    'Keturis ar penkis žodžius, kurių niekas kitas nesudėtų kartu, lengva įsiminti ir sunku atspėti.',
  'secrets.again': 'Dar kartą',
  'secrets.differs': 'Nesutampa su įrašyta aukščiau',
  'secrets.reason.tooShort':
    '{count, plural, one {Bent # ženklas} few {Bent # ženklai} many {Bent # ženklo} other {Bent # ženklų}}',
  'secrets.reason.common': 'Viena pirmųjų, kurias kiekvienas bandys, todėl netinka. Verčiau imkite keturis žodžius.',
  'secrets.reason.repeats': 'Vis tie patys keli ženklai, todėl netinka. Verčiau imkite keturis žodžius.',
  'secrets.reason.sequence': 'Ženklai, esantys vienas šalia kito, todėl netinka. Verčiau imkite keturis žodžius.',
  'secrets.strength.weak': 'Per lengva atspėti, todėl netinka. Pridėkite žodį ar du.',
  'secrets.strength.fair': 'Vidutinė',
  'secrets.strength.good': 'Sunku atspėti',
  'secrets.openWith': 'Atrakinti naudojant',
  'secrets.recoveryKey': 'Atkūrimo raktas',
  'secrets.recoveryKeyHelp': 'Didžiosios raidės, tarpai ir brūkšneliai nesvarbūs.',
  'secrets.recoveryHelp':
    'Šis raktas atveria knygą, kai slaptafrazė pamiršta. Laikykite jį popieriuje, atskirai nuo šio kompiuterio.',
  'secrets.recoveryOnce':
    'Jis rodomas tik dabar. Praradus ir slaptafrazę, ir atkūrimo raktą, užrakintos knygos nebeatvers niekas, ir niekas negalės padėti.',
  'secrets.putAway': 'Padėjau į saugią vietą',
  'secrets.print': 'Spausdinti',
  'secrets.copy': 'Kopijuoti',
  'secrets.copied': 'Nukopijuota',
  'secrets.sheetTitle': '„Fairbook“ knygos atkūrimo raktas',
  'secrets.leaveTitle': 'Užverti be atkūrimo rakto?',
  'secrets.leaveYes': 'Užverti',
  'secrets.leaveNo': 'Grįžti prie rakto',
}

import type { secrets as en } from '../en/secrets.ts'

export const secrets: Record<keyof typeof en, string> = {
  'secrets.passphrase': 'Парольная фраза',
  'secrets.passphraseHelp':
    'Четыре-пять слов, которые никто другой не поставил бы рядом, легко запомнить и трудно угадать.',
  'secrets.again': 'Ещё раз',
  'secrets.differs': 'Не совпадает с введённой выше',
  'secrets.reason.tooShort':
    '{count, plural, one {Не меньше # знака} few {Не меньше # знаков} many {Не меньше # знаков} other {Не меньше # знака}}',
  'secrets.reason.common': 'Из тех, что пробуют первыми, поэтому не подходит. Лучше возьмите четыре слова.',
  'secrets.reason.repeats': 'Одни и те же знаки снова и снова, поэтому не подходит. Лучше возьмите четыре слова.',
  'secrets.reason.sequence': 'Знаки, стоящие рядом друг с другом, поэтому не подходит. Лучше возьмите четыре слова.',
  'secrets.strength.weak': 'Слишком легко угадать, поэтому не подходит. Добавьте слово или два.',
  'secrets.strength.fair': 'Средняя',
  'secrets.strength.good': 'Трудно угадать',
  'secrets.openWith': 'Чем открыть',
  'secrets.recoveryKey': 'Ключ восстановления',
  'secrets.recoveryKeyHelp': 'Регистр, пробелы и дефисы не важны.',
  'secrets.recoveryHelp':
    'Этот ключ открывает книгу, если парольная фраза забыта. Храните его на бумаге, отдельно от этого компьютера.',
  'secrets.recoveryOnce':
    'Он показывается только сейчас. Если потерять и парольную фразу, и ключ восстановления, запечатанную книгу больше не открыть, и помочь не сможет никто.',
  'secrets.putAway': 'Ключ убран в надёжное место',
  'secrets.print': 'Печать',
  'secrets.copy': 'Копировать',
  'secrets.copied': 'Скопировано',
  'secrets.sheetTitle': 'Ключ восстановления книги Fairbook',
  'secrets.leaveTitle': 'Закрыть без ключа восстановления?',
  'secrets.leaveYes': 'Закрыть',
  'secrets.leaveNo': 'Вернуться к ключу',
}

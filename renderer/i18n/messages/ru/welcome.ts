import type { welcome as en } from '../en/welcome.ts'

export const welcome: Record<keyof typeof en, string> = {
  'welcome.title': 'Добро пожаловать в Fairbook',
  'welcome.promise':
    'Ваша книга клиентов. Она хранится на этом компьютере и всегда работает без сети и без учётной записи.',
  'welcome.language': 'Язык',
  'welcome.country': 'Страна',
  'welcome.countryHelp': 'Для номеров телефона без кода страны',
  'welcome.currency': 'Валюта',
  'welcome.currencyHelp': 'Сделки могут быть и в других валютах',
  'welcome.name': 'Ваше имя',
  'welcome.nameHelp': 'Указывается в истории рядом с вашими изменениями. Можно не заполнять.',
  'welcome.begin': 'С чего начнём?',
  'welcome.import': 'Импортировать файл',
  'welcome.importHelp': 'Контакты из CSV другой программы: HubSpot, Google, Outlook или любая таблица',
  'welcome.sample': 'Осмотреться в книге-образце',
  'welcome.sampleHelp': '300 вымышленных клиентов с годом сделок и разговоров. Удаляется целиком одним действием.',
  'welcome.sampleName': 'Книга-образец',
  'welcome.empty': 'Начать с пустой книги',
  'welcome.emptyHelp': 'Запишите первого клиента сами',
  'welcome.join': 'Присоединиться к книге',
  'welcome.joinHelp': 'Книга коллег или ваша с другого компьютера',
  'welcome.later': 'Всё это позже можно изменить в настройках.',
}

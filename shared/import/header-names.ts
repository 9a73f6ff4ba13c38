import type { NounName } from '../domain/index.ts'
import { fold } from './fold.ts'
import type { FieldPath } from './paths.ts'

type Names = Readonly<Record<FieldPath, string>>

/** What columns are called by people and programs, in English, Lithuanian, Russian and Persian. */
const customers: Names = {
  fullName:
    'name|full name|display name|contact name|contact|contact person|person|customer|customer name|client|client name|vardas pavarde|vardas ir pavarde|vardas, pavardė|asmuo|kontaktas|kontaktinis asmuo|klientas|фио|ф.и.о.|имя и фамилия|фамилия имя|фамилия имя отчество|контакт|контактное лицо|клиент|полное имя|نام و نام خانوادگی|نام کامل|مخاطب|مشتری|نام مشتری|شخص رابط',
  givenName: 'first name|given name|firstname|forename|vardas|имя|نام|نام کوچک',
  middleName: 'middle name|second name|additional name|antras vardas|отчество|второе имя|نام میانی',
  familyName: 'last name|family name|surname|lastname|second name last|pavardė|фамилия|نام خانوادگی|فامیل|فامیلی',
  companyName:
    'company|company name|organization|organisation|organization name|organisation name|account|account name|firm|business name|employer|įmonė|įmonės pavadinimas|bendrovė|organizacija|kompanija|firma|компания|название компании|организация|название организации|фирма|предприятие|работодатель|شرکت|نام شرکت|سازمان|موسسه|کارفرما',
  role: 'role|job title|position|job|title at company|occupation|pareigos|pareigybė|должность|роль|позиция|سمت|نقش|عنوان شغلی|شغل',
  status:
    'status|lead status|customer status|lifecycle stage|lifecycle|stage|būsena|statusas|kliento būsena|статус|состояние|статус клиента|وضعیت|وضعیت مشتری',
  kind: 'kind|customer type|person or company|rūšis|вид|тип клиента|نوع|نوع مشتری',
  email:
    'email|e-mail|email address|e-mail address|mail|primary email|email #|e-mail #|email address #|el. paštas|el paštas|elektroninis paštas|el. pašto adresas|paštas|e-mailas|эл. почта|электронная почта|почта|эл почта|адрес эл. почты|адрес электронной почты|имейл|емейл|ایمیل|پست الکترونیک|پست الکترونیکی|رایانامه|نشانی ایمیل|email |e mails|emails',
  'email.work':
    'work email|business email|office email|email work|darbo el. paštas|рабочая почта|рабочий email|ایمیل کاری',
  'email.home':
    'home email|personal email|private email|email home|asmeninis el. paštas|личная почта|личный email|ایمیل شخصی',
  phone:
    'phone|phone number|telephone|telephone number|tel|tel.|phone no|contact number|phones|primary phone|phone #|telefonas|tel. nr.|telefono numeris|telefono nr.|tel nr|телефон|номер телефона|тел|тел.|контактный телефон|телефон #|تلفن|شماره تلفن|شماره تماس|تلفن ثابت|تلفن #',
  'phone.mobile':
    'mobile|mobile phone|cell|cell phone|cellphone|mobile number|mobile no|gsm|whatsapp|mobilusis|mobilus|mobilusis telefonas|mob. tel.|mob. telefonas|мобильный|мобильный телефон|моб. телефон|моб. тел.|сотовый|сотовый телефон|موبایل|شماره موبایل|تلفن همراه|همراه|شماره همراه',
  'phone.work':
    'work phone|business phone|office phone|darbo telefonas|darbo tel.|рабочий телефон|раб. телефон|تلفن کار|تلفن محل کار|تلفن شرکت|تلفن دفتر',
  'phone.home': 'home phone|private phone|namų telefonas|namų tel.|домашний телефон|дом. телефон|تلفن منزل|تلفن خانه',
  'address.billing.street':
    'street|address|street address|address street|address line|address line #|address #|billing street|billing address|postal address|mailing street|mailing address|gatvė|adresas|pašto adresas|улица|адрес|почтовый адрес|آدرس|نشانی|خیابان',
  'address.billing.city': 'city|town|address city|billing city|mailing city|miestas|город|населенный пункт|شهر',
  'address.billing.region':
    'state|province|county|state region|billing state|mailing state|apskritis|rajonas|savivaldybė|область|край|район|استان',
  'address.billing.postcode':
    'zip|zip code|address zip|address postcode|address postal code|postal code|postcode|post code|billing zip|billing code|mailing zip|pašto kodas|индекс|почтовый индекс|کد پستی',
  'address.billing.country':
    'country|country region|address country|billing country|mailing country|šalis|valstybė|страна|کشور',
  'address.shipping.street':
    'shipping street|shipping address|delivery address|pristatymo adresas|адрес доставки|آدرس ارسال|نشانی ارسال',
  'address.shipping.city': 'shipping city|delivery city|pristatymo miestas|город доставки|شهر ارسال',
  'address.shipping.region': 'shipping state|shipping region',
  'address.shipping.postcode': 'shipping zip|shipping code|shipping postal code|pristatymo pašto kodas|индекс доставки',
  'address.shipping.country': 'shipping country|pristatymo šalis|страна доставки',
  website:
    'website|web site|web|web page|homepage|url|website url|site|svetainė|interneto svetainė|tinklalapis|сайт|веб-сайт|веб сайт|وب‌سایت|وبسایت|سایت|تارنما',
  preferredChannel:
    'preferred channel|preferred contact method|contact method|pageidaujamas kanalas|предпочитаемый канал|способ связи|راه ارتباط ترجیحی|کانال ترجیحی',
  language: 'language|kalba|язык|زبان',
  salutation: 'salutation|kreipinys|обращение|عنوان|خطاب',
  registrationNumber:
    'registration number|registration no|company number|company code|reg no|įmonės kodas|imones kodas|kodas|огрн|регистрационный номер|код предприятия|شناسه ملی|شماره ثبت|کد اقتصادی',
  vatNumber:
    'vat|vat number|vat id|vat no|tax id|tax number|pvm|pvm kodas|pvm mokėtojo kodas|инн|ндс номер|номер ндс|شناسه مالیاتی',
  birthday:
    'birthday|birth date|date of birth|birthdate|dob|born|gimimo data|gimtadienis|gimimo diena|дата рождения|день рождения|تاریخ تولد|تولد|زادروز',
  interests: 'interests|interest|interested in|pomėgiai|domina|interesai|интересы|интересуется|علاقه‌مندی‌ها|علایق',
  tags: 'tags|tag|labels|label|groups|group|categories|category|žymos|žymės|grupė|kategorija|метки|теги|метка|тег|группа|категория|برچسب|برچسب‌ها|گروه|دسته',
  source: 'source|lead source|origin|channel of origin|šaltinis|источник|откуда узнали|منبع|منبع سرنخ|نحوه آشنایی',
  sourceDetail: 'source detail|source details|campaign|kampanija|детали источника|جزئیات منبع',
  industry:
    'industry|sector|branch|veikla|veiklos sritis|sritis|šaka|отрасль|сфера|сфера деятельности|صنعت|حوزه فعالیت|زمینه فعالیت',
  size: 'size|company size|employees|number of employees|dydis|darbuotojų skaičius|размер|количество сотрудников|число сотрудников|اندازه|تعداد کارکنان',
  region: 'region|territory|sales region|regionas|регион|территория|منطقه',
  owner:
    'owner|contact owner|account owner|lead owner|company owner|sales rep|salesperson|assigned to|responsible|atsakingas|vadybininkas|savininkas|ответственный|менеджер|владелец|مسئول|کارشناس|کارشناس فروش',
  lastContactAt:
    'last contact|last contacted|last activity|last activity date|last contact date|paskutinis kontaktas|последний контакт|дата последнего контакта|آخرین تماس|تاریخ آخرین تماس',
  notes:
    'notes|note|comment|comments|remarks|description|memo|pastabos|pastaba|komentaras|komentarai|aprašymas|заметки|заметка|примечание|примечания|комментарий|комментарии|описание|یادداشت|یادداشت‌ها|توضیحات|ملاحظات',
}

const owner =
  'owner|deal owner|sales rep|salesperson|assigned to|responsible|user|atsakingas|vadybininkas|savininkas|vykdytojas|ответственный|менеджер|владелец|исполнитель|مسئول|کارشناس|کارشناس فروش'
const company =
  'company|company name|organization|organisation|organization name|account|account name|firm|įmonė|įmonės pavadinimas|bendrovė|organizacija|компания|название компании|организация|фирма|شرکت|نام شرکت|سازمان'
const person =
  'customer|customer name|client|client name|contact|contact name|contact person|person|person name|klientas|kontaktas|kontaktinis asmuo|asmuo|клиент|контакт|контактное лицо|مشتری|نام مشتری|مخاطب|شخص رابط'
const email =
  'email|e-mail|email address|customer email|contact email|el. paštas|эл. почта|электронная почта|почта|ایمیل|پست الکترونیکی'
const phone = 'phone|phone number|telephone|telefonas|телефон|номер телефона|تلفن|شماره تلفن|موبایل'
const notes =
  'notes|note|comment|comments|remarks|description|pastabos|pastaba|komentaras|aprašymas|заметки|примечание|комментарий|описание|یادداشت|توضیحات|ملاحظات'

const deals: Names = {
  title:
    'deal|deal name|deal title|title|name|opportunity|opportunity name|sandoris|sandorio pavadinimas|pavadinimas|сделка|название сделки|название|معامله|عنوان معامله|نام معامله|عنوان',
  value:
    'value|amount|deal value|deal amount|sum|price|total|vertė|suma|kaina|сумма|сумма сделки|стоимость|бюджет|مبلغ|ارزش|ارزش معامله|قیمت',
  currency: 'currency|valiuta|валюта|ارز|واحد پول',
  stageId: 'stage|deal stage|sales stage|etapas|stadija|этап|этап сделки|стадия|مرحله|مرحله فروش',
  pipelineId:
    'pipeline|sales pipeline|funnel|piltuvėlis|pardavimo procesas|воронка|воронка продаж|قیف فروش|پایپ‌لاین|قیف',
  status: 'status|deal status|state|būsena|statusas|статус|состояние|وضعیت',
  probability: 'probability|deal probability|tikimybė|вероятность|احتمال',
  expectedClose:
    'expected close|expected close date|planned close|numatoma užbaigimo data|numatoma pabaiga|ожидаемая дата закрытия|плановая дата закрытия|تاریخ پیش بینی بستن',
  closeDate: 'close date|closing date|užbaigimo data|uždarymo data|дата закрытия|تاریخ بسته شدن|تاریخ پایان',
  closedAt: 'closed on|closed at|won time|lost time|won date|lost date|uždaryta|закрыта|بسته شده در',
  createdAt:
    'created|created at|create date|created time|creation date|sukurta|sukūrimo data|создана|дата создания|ایجاد شده|تاریخ ایجاد',
  lostReason:
    'lost reason|loss reason|reason for loss|praradimo priežastis|причина отказа|причина проигрыша|دلیل شکست|علت از دست رفتن',
  source: 'source|lead source|šaltinis|источник|منبع',
  owner,
  notes,
  'link.company.name': company,
  'link.customer.name': person,
  'link.customer.email': email,
  'link.customer.phone': phone,
}

const about: Names = {
  'link.company.name': company,
  'link.customer.name': person,
  'link.customer.email': email,
  'link.customer.phone': phone,
  'link.deal.name': 'deal|deal name|deal title|sandoris|сделка|معامله',
}

const interactions: Names = {
  subject: 'subject|topic|title|tema|тема|موضوع|عنوان',
  text: `text|content|body|details|summary|turinys|tekstas|текст|содержание|متن|شرح|${notes}`,
  at: 'date|when|time|date time|interaction date|activity date|call date|data|kada|laikas|дата|когда|дата и время|تاریخ|زمان',
  channel: 'channel|type|interaction type|activity type|kanalas|tipas|rūšis|канал|тип|کانال|نوع',
  direction: 'direction|kryptis|направление|جهت',
  duration: 'duration|minutes|trukmė|minutės|длительность|минуты|مدت',
  outcome: 'outcome|result|rezultatas|результат|итог|نتیجه',
  nextStep: 'next step|kitas žingsnis|следующий шаг|گام بعدی',
  owner,
  ...about,
}

const tasks: Names = {
  title: 'task|task name|title|subject|to do|todo|užduotis|darbas|pavadinimas|задача|дело|название|کار|وظیفه|عنوان',
  due: 'due|due date|deadline|date|terminas|data|atlikti iki|срок|дедлайн|дата|выполнить до|موعد|سررسید|تاریخ',
  dueTime: 'due time|time|laikas|время|ساعت|زمان',
  done: 'done|completed|is done|status|state|atlikta|būsena|выполнено|готово|статус|انجام شده|وضعیت',
  doneAt: 'done at|completed at|done on|completed on|completed date|atlikta (data)|дата выполнения|تاریخ انجام',
  owner,
  notes,
  ...about,
}

/** Path by the key of a header; `#` in a key stands for a number. */
const keyed = (names: Names): ReadonlyMap<string, FieldPath> => {
  const map = new Map<string, FieldPath>()
  for (const [path, list] of Object.entries(names))
    for (const name of list.split('|')) {
      const key = fold(name.replace('#', ' 0 ')).replace(/(^| )0( |$)/, '$1#$2')
      if (!map.has(key)) map.set(key, path)
    }
  return map
}

/** For each noun, path by the key of a header; `#` in a key stands for a number. */
export const pathsByName: Readonly<Record<NounName, ReadonlyMap<string, FieldPath>>> = {
  customers: keyed(customers),
  deals: keyed(deals),
  interactions: keyed(interactions),
  tasks: keyed(tasks),
}

/** Headers that hardly stand in a list of any other noun. */
const telling: Readonly<Record<Exclude<NounName, 'customers'>, readonly FieldPath[]>> = {
  deals: ['value', 'stageId', 'probability', 'expectedClose', 'closeDate', 'lostReason', 'pipelineId', 'currency'],
  interactions: ['channel', 'direction', 'duration', 'outcome', 'nextStep', 'text', 'at', 'subject'],
  tasks: ['due', 'dueTime', 'done', 'doneAt'],
}
const reach = new Set(['email', 'phone', 'givenName', 'familyName', 'phone.mobile', 'birthday', 'address.billing.city'])

/**
 * What the rows of a file from nowhere known are, by the keys of its headers. Customers where little speaks against it:
 * two telling headers, more of them than of what only people and companies have.
 */
export const nounByNames = (keys: readonly string[]): NounName => {
  const pathsOf = (noun: NounName) => new Set(keys.flatMap((key) => pathsByName[noun].get(key) ?? []))
  const own = [...pathsOf('customers')].filter((path) => reach.has(path)).length
  let best: { noun: NounName; count: number } = { noun: 'customers', count: Math.max(1, own) }
  for (const noun of ['deals', 'tasks', 'interactions'] as const) {
    const paths = pathsOf(noun)
    const named = noun === 'interactions' || paths.has('title')
    const byTitle = keys.some((key) => pathsByName[noun].get(key) === 'title' && !pathsByName.customers.has(key))
    const count = telling[noun].filter((path) => paths.has(path)).length + Number(byTitle)
    if (named && count > best.count) best = { noun, count }
  }
  return best.noun
}

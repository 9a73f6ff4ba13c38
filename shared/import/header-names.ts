import { fold } from './fold.ts'
import type { FieldPath } from './paths.ts'

/** What columns are called by people and programs, in English, Lithuanian, Russian and Persian. */
const names: Readonly<Record<FieldPath, string>> = {
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
    'street|address|street address|address line|address line #|address #|billing street|billing address|postal address|mailing street|mailing address|gatvė|adresas|pašto adresas|улица|адрес|почтовый адрес|آدرس|نشانی|خیابان',
  'address.billing.city': 'city|town|billing city|mailing city|miestas|город|населенный пункт|شهر',
  'address.billing.region':
    'state|province|county|state region|billing state|mailing state|apskritis|rajonas|savivaldybė|область|край|район|استان',
  'address.billing.postcode':
    'zip|zip code|postal code|postcode|post code|billing zip|billing code|mailing zip|pašto kodas|индекс|почтовый индекс|کد پستی',
  'address.billing.country': 'country|country region|billing country|mailing country|šalis|valstybė|страна|کشور',
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

/** Path by the key of a header; `#` in a key stands for a number. */
export const pathByName: ReadonlyMap<string, FieldPath> = new Map(
  Object.entries(names).flatMap(([path, list]) =>
    list.split('|').map((name) => [fold(name.replace('#', ' 0 ')).replace(/(^| )0( |$)/, '$1#$2'), path] as const),
  ),
)

import type { MenuCommand } from '../../shared/desktop-api.ts'

const languages = ['en', 'fa', 'lt', 'ru'] as const
export type Language = (typeof languages)[number]

type Label =
  | MenuCommand
  | 'file'
  | 'edit'
  | 'view'
  | 'go'
  | 'window'
  | 'help'
  | 'close'
  | 'quit'
  | 'about'
  | 'hide'
  | 'hideOthers'
  | 'showAll'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'reload'
  | 'zoomIn'
  | 'zoomOut'
  | 'actualSize'
  | 'fullScreen'
  | 'minimize'
  | 'crashed'
  | 'crashedDetail'
  | 'hung'
  | 'wait'
  | 'cantStart'

/** The system's menus and dialogs are drawn outside the window, so they don't use the window's messages. */
const labels: Record<Language, Record<Label, string>> = {
  en: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    go: 'Go',
    window: 'Window',
    help: 'Help',
    newCustomer: 'New customer',
    newDeal: 'New deal',
    import: 'Import…',
    find: 'Find…',
    undo: 'Undo',
    redo: 'Redo',
    keys: 'Keyboard shortcuts',
    lock: 'Lock now',
    settings: 'Settings…',
    today: 'Today',
    customers: 'Customers',
    deals: 'Deals',
    activity: 'Activity',
    reports: 'Reports',
    close: 'Close window',
    quit: 'Quit Fairbook',
    about: 'About Fairbook',
    hide: 'Hide Fairbook',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    reload: 'Reload',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    actualSize: 'Actual size',
    fullScreen: 'Full screen',
    minimize: 'Minimise',
    crashed: 'The window stopped working',
    crashedDetail: 'What was shown as saved is safe. Reload the window to go on.',
    hung: 'The window does not respond',
    wait: 'Wait',
    cantStart: 'Fairbook can’t start',
  },
  fa: {
    file: 'فایل',
    edit: 'ویرایش',
    view: 'نما',
    go: 'رفتن',
    window: 'پنجره',
    help: 'راهنما',
    newCustomer: 'مشتری جدید',
    newDeal: 'معاملهٔ جدید',
    import: 'وارد کردن…',
    find: 'یافتن…',
    undo: 'واگرد',
    redo: 'انجام دوباره',
    keys: 'میان‌برهای صفحه‌کلید',
    lock: 'قفل کردن',
    settings: 'تنظیمات…',
    today: 'امروز',
    customers: 'مشتریان',
    deals: 'معامله‌ها',
    activity: 'فعالیت‌ها',
    reports: 'گزارش‌ها',
    close: 'بستن پنجره',
    quit: 'خروج از Fairbook',
    about: 'دربارهٔ Fairbook',
    hide: 'پنهان کردن Fairbook',
    hideOthers: 'پنهان کردن بقیه',
    showAll: 'نمایش همه',
    cut: 'برش',
    copy: 'رونوشت',
    paste: 'چسباندن',
    selectAll: 'انتخاب همه',
    reload: 'بارگذاری دوباره',
    zoomIn: 'بزرگ‌نمایی',
    zoomOut: 'کوچک‌نمایی',
    actualSize: 'اندازهٔ واقعی',
    fullScreen: 'تمام‌صفحه',
    minimize: 'کمینه کردن',
    crashed: 'پنجره از کار افتاد',
    crashedDetail: 'هرچه «ذخیره‌شده» نشان داده شده، سر جایش است. برای ادامه، پنجره را دوباره بارگذاری کنید.',
    hung: 'پنجره پاسخ نمی‌دهد',
    wait: 'صبر می‌کنم',
    cantStart: 'Fairbook راه‌اندازی نشد',
  },
  lt: {
    file: 'Failas',
    edit: 'Redagavimas',
    view: 'Rodymas',
    go: 'Eiti',
    window: 'Langas',
    help: 'Pagalba',
    newCustomer: 'Naujas klientas',
    newDeal: 'Naujas sandoris',
    import: 'Importuoti…',
    find: 'Ieškoti…',
    undo: 'Anuliuoti',
    redo: 'Pakartoti',
    keys: 'Spartieji klavišai',
    lock: 'Užrakinti',
    settings: 'Nustatymai…',
    today: 'Šiandien',
    customers: 'Klientai',
    deals: 'Sandoriai',
    activity: 'Veikla',
    reports: 'Ataskaitos',
    close: 'Uždaryti langą',
    quit: 'Baigti „Fairbook“ darbą',
    about: 'Apie „Fairbook“',
    hide: 'Slėpti „Fairbook“',
    hideOthers: 'Slėpti kitas',
    showAll: 'Rodyti visas',
    cut: 'Iškirpti',
    copy: 'Kopijuoti',
    paste: 'Įklijuoti',
    selectAll: 'Pažymėti viską',
    reload: 'Įkelti iš naujo',
    zoomIn: 'Didinti',
    zoomOut: 'Mažinti',
    actualSize: 'Tikrasis dydis',
    fullScreen: 'Visas ekranas',
    minimize: 'Suskleisti',
    crashed: 'Langas nustojo veikti',
    crashedDetail: 'Visa, kas buvo rodoma kaip išsaugota, yra saugu. Norėdami tęsti, įkelkite langą iš naujo.',
    hung: 'Langas neatsako',
    wait: 'Palaukti',
    cantStart: 'Nepavyko paleisti „Fairbook“',
  },
  ru: {
    file: 'Файл',
    edit: 'Правка',
    view: 'Вид',
    go: 'Переход',
    window: 'Окно',
    help: 'Справка',
    newCustomer: 'Новый клиент',
    newDeal: 'Новая сделка',
    import: 'Импорт…',
    find: 'Найти…',
    undo: 'Отменить',
    redo: 'Повторить',
    keys: 'Сочетания клавиш',
    lock: 'Заблокировать',
    settings: 'Настройки…',
    today: 'Сегодня',
    customers: 'Клиенты',
    deals: 'Сделки',
    activity: 'Активность',
    reports: 'Отчёты',
    close: 'Закрыть окно',
    quit: 'Завершить Fairbook',
    about: 'О программе Fairbook',
    hide: 'Скрыть Fairbook',
    hideOthers: 'Скрыть остальные',
    showAll: 'Показать все',
    cut: 'Вырезать',
    copy: 'Копировать',
    paste: 'Вставить',
    selectAll: 'Выделить всё',
    reload: 'Перезагрузить',
    zoomIn: 'Увеличить',
    zoomOut: 'Уменьшить',
    actualSize: 'Фактический размер',
    fullScreen: 'Во весь экран',
    minimize: 'Свернуть',
    crashed: 'Окно перестало работать',
    crashedDetail: 'Всё, что было показано как сохранённое, цело. Чтобы продолжить, перезагрузите окно.',
    hung: 'Окно не отвечает',
    wait: 'Подождать',
    cantStart: 'Не удалось запустить Fairbook',
  },
}

/** The language of a BCP 47 tag, or English where we don't speak it. */
export const languageOf = (tag: string): Language => {
  const base = tag.toLowerCase().split('-')[0]
  return languages.find((language) => language === base) ?? 'en'
}

export const labelIn =
  (language: Language) =>
  (label: Label): string =>
    labels[language][label]

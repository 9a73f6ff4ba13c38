import type { welcome as en } from '../en/welcome.ts'

export const welcome: Record<keyof typeof en, string> = {
  'welcome.title': 'به Fairbook خوش آمدید',
  'welcome.promise':
    'دفتر مشتریان شما. همین‌جا روی این رایانه می‌ماند و همیشه، بدون اینترنت و بدون حساب کاربری کار می‌کند.',
  'welcome.language': 'زبان',
  'welcome.country': 'کشور',
  'welcome.countryHelp': 'برای شماره‌های تلفن بدون پیش‌شمارهٔ کشور',
  'welcome.currency': 'واحد پول',
  'welcome.currencyHelp': 'معامله‌ها می‌توانند با واحدهای دیگر هم باشند',
  'welcome.name': 'نام شما',
  'welcome.nameHelp': 'در تاریخچه کنار تغییرات شما نوشته می‌شود. می‌تواند خالی بماند.',
  'welcome.begin': 'چگونه شروع می‌کنید؟',
  'welcome.import': 'وارد کردن از فایل',
  'welcome.importHelp': 'مخاطبان از فایل CSV برنامه‌ای دیگر: HubSpot، Google، Outlook یا هر جدولی',
  'welcome.sample': 'گشتی در دفتر نمونه',
  'welcome.sampleHelp': '۳۰۰ مشتری ساختگی با یک سال معامله و گفت‌وگو. یک‌جا حذف می‌شود.',
  'welcome.sampleName': 'دفتر نمونه',
  'welcome.empty': 'شروع با دفتر خالی',
  'welcome.emptyHelp': 'اولین مشتری را خودتان بنویسید',
  'welcome.join': 'پیوستن به یک دفتر',
  'welcome.joinHelp': 'دفتر همکارانتان، یا دفتر خودتان از رایانه‌ای دیگر',
  'welcome.later': 'همهٔ این‌ها را بعداً می‌توانید در تنظیمات تغییر دهید.',
}

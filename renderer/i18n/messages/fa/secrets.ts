import type { secrets as en } from '../en/secrets.ts'

export const secrets: Record<keyof typeof en, string> = {
  'secrets.passphrase': 'گذرواژه',
  'secrets.passphraseHelp': 'چهار پنج واژه که کس دیگری کنار هم نمی‌گذارد، به خاطر می‌ماند و حدس زدنش سخت است.',
  'secrets.again': 'یک بار دیگر',
  'secrets.differs': 'با بالایی یکی نیست',
  'secrets.reason.tooShort': '{count, plural, one {دست‌کم # نویسه} other {دست‌کم # نویسه}}',
  'secrets.reason.common': 'از نخستین‌هایی که هر کس امتحان می‌کند، پس نمی‌شود به کارش برد. به‌جایش چهار واژه بگذارید.',
  'secrets.reason.repeats': 'چند نویسهٔ همسان پشت سر هم است، پس نمی‌شود به کارش برد. به‌جایش چهار واژه بگذارید.',
  'secrets.reason.sequence': 'نویسه‌هایی که کنار هم‌اند، پس نمی‌شود به کارش برد. به‌جایش چهار واژه بگذارید.',
  'secrets.strength.weak': 'حدس زدنش بیش از حد آسان است، پس نمی‌شود به کارش برد. یکی دو واژه بیفزایید.',
  'secrets.strength.fair': 'متوسط',
  'secrets.strength.good': 'سخت برای حدس زدن',
  'secrets.openWith': 'باز کردن با',
  'secrets.recoveryKey': 'کلید بازیابی',
  'secrets.recoveryKeyHelp': 'حروف بزرگ، فاصله و خط تیره فرقی نمی‌کند.',
  'secrets.recoveryHelp':
    'اگر گذرواژه فراموش شود، این کلید دفتر را باز می‌کند. آن را روی کاغذ و دور از این رایانه نگه دارید.',
  'secrets.recoveryOnce':
    'فقط همین حالا نشان داده می‌شود. هر کس هم گذرواژه و هم کلید بازیابی را گم کند، دیگر نمی‌تواند دفتر مهر و موم شده را باز کند و هیچ‌کس نمی‌تواند کمک کند.',
  'secrets.putAway': 'جای امنی گذاشتم',
  'secrets.print': 'چاپ',
  'secrets.copy': 'رونوشت',
  'secrets.copied': 'رونوشت برداشته شد',
  'secrets.sheetTitle': 'کلید بازیابی یک دفتر Fairbook',
  'secrets.leaveTitle': 'بدون کلید بازیابی بسته شود؟',
  'secrets.leaveYes': 'بستن',
  'secrets.leaveNo': 'بازگشت به کلید',
}

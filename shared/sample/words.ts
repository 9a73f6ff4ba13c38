type Tags = { anyone: readonly string[]; buyers: readonly string[] }

const english: Tags = {
  anyone: ['VIP', 'sample sent', 'wants a visit', 'catalogue', 'newsletter'],
  buyers: ['repeat buyer', 'slow payer', 'reference', 'on account'],
}

/** Tags as the book's owner would write them, by language of the book. */
const tags: Readonly<Record<string, Tags>> = {
  lt: {
    anyone: ['VIP', 'pavyzdžiai išsiųsti', 'laukia vizito', 'katalogas', 'naujienlaiškis'],
    buyers: ['pakartotinis pirkėjas', 'lėtai moka', 'rekomenduoja', 'atidėtas mokėjimas'],
  },
  ru: {
    anyone: ['VIP', 'образцы отправлены', 'ждёт визита', 'каталог', 'рассылка'],
    buyers: ['постоянный покупатель', 'платит с задержкой', 'рекомендует нас', 'отсрочка платежа'],
  },
  fa: {
    anyone: ['ویژه', 'نمونه فرستاده شد', 'منتظر بازدید', 'کاتالوگ', 'خبرنامه'],
    buyers: ['خریدار همیشگی', 'دیرپرداخت', 'معرف ما', 'حساب دفتری'],
  },
}

/** Tags that fit anyone, and those that only fit who has bought. */
export const tagsOf = (language: string): Tags => tags[language] ?? english

import { fold } from '../fold.ts'

const gregorian = [
  'january jan sausio sausis янв января январь ژانویه',
  'february feb vasario vasaris фев февраля февраль فوریه',
  'march mar kovo kovas мар марта март مارس',
  'april apr balandžio balandis апр апреля апрель آوریل',
  'may gegužės gegužė мая май مه می',
  'june jun birželio birželis июн июня июнь ژوئن',
  'july jul liepos liepa июл июля июль ژوئیه جولای',
  'august aug rugpjūčio rugpjūtis авг августа август اوت آگوست',
  'september sep sept rugsėjo rugsėjis сен сент сентября сентябрь سپتامبر',
  'october oct spalio spalis окт октября октябрь اکتبر',
  'november nov lapkričio lapkritis ноя нояб ноября ноябрь نوامبر',
  'december dec gruodžio gruodis дек декабря декабрь دسامبر',
]
const persian = [
  'فروردین farvardin',
  'اردیبهشت ordibehesht',
  'خرداد khordad',
  'تیر tir',
  'مرداد mordad',
  'شهریور shahrivar',
  'مهر mehr',
  'آبان aban',
  'آذر azar',
  'دی dey',
  'بهمن bahman',
  'اسفند esfand',
]

const numbered = (lists: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((list, at) => list.split(' ').map((name) => [fold(name), at + 1] as const)))

/** Month number by folded name, in English, Lithuanian, Russian and Persian. */
export const gregorianMonths = numbered(gregorian)
/** Number of a month of the Persian calendar by folded name. */
export const persianMonths = numbered(persian)

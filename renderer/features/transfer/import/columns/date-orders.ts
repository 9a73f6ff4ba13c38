import type { DateOrder } from '../../../../../shared/import/index.ts'
import type { I18n } from '../../../../i18n/index.ts'
import { readDay } from './days.ts'

const orders: readonly DateOrder[] = ['dmy', 'mdy']

/** The two ways to read a day, each told by what it makes of `sample`. */
export const dateOrderOptions = (sample: string, { t, format }: I18n): { id: DateOrder; label: string }[] =>
  orders.map((id) => {
    const day = readDay(sample, id)
    return {
      id,
      label:
        day === undefined
          ? t(`transfer.dateOrder.${id}`)
          : `${format.day(day, 'long')} (${t(`transfer.dateOrder.${id}`)})`,
    }
  })

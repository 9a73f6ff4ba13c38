import { z } from 'zod'

const KEY = 'fairbook.former'

const formerSchema = z.object({ bookId: z.string().min(1).max(64), bring: z.boolean() })

/** The book that was open before another one was joined, and whether its records are to come along. */
export type Former = z.infer<typeof formerSchema>

/** Remembers it over the restart that follows. */
export const rememberFormer = (former: Former): void => localStorage.setItem(KEY, JSON.stringify(former))

/** Undefined where there is none. */
export const formerBook = (): Former | undefined => {
  try {
    return formerSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null')).data
  } catch {
    return undefined
  }
}

export const forgetFormer = (): void => localStorage.removeItem(KEY)

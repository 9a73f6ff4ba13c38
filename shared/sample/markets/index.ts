import type { Market, Talk } from '../market.ts'
import { de as deTalk } from '../talk/de.ts'
import { en as enTalk } from '../talk/en.ts'
import { et as etTalk } from '../talk/et.ts'
import { fa as faTalk } from '../talk/fa.ts'
import { lt as ltTalk } from '../talk/lt.ts'
import { lv as lvTalk } from '../talk/lv.ts'
import { pl as plTalk } from '../talk/pl.ts'
import { ru as ruTalk } from '../talk/ru.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { et } from './et.ts'
import { fa } from './fa.ts'
import { lt } from './lt.ts'
import { lv } from './lv.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'

/** A market with what is said in it. */
export type Place = Market & { talk: Talk }

export const places: readonly Place[] = [
  { ...lt, talk: ltTalk },
  { ...lv, talk: lvTalk },
  { ...et, talk: etTalk },
  { ...pl, talk: plTalk },
  { ...de, talk: deTalk },
  { ...en, talk: enTalk },
  { ...ru, talk: ruTalk },
  { ...fa, talk: faTalk },
]

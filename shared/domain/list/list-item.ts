import type { z } from 'zod'

import { field, required } from '../field.ts'
import { defineNoun } from '../noun.ts'
import { type ListName, listNames } from './list-name.ts'

/** The kinds of sources. */
export const sourceKinds = [
  'fair',
  'website',
  'referral',
  'walkIn',
  'coldCall',
  'social',
  'partner',
  'advert',
  'boughtList',
  'import',
  'other',
] as const
export type SourceKind = (typeof sourceKinds)[number]

/** One item of one of the owner's lists. Without a `name` it is labelled `list.<id>` in the reader's language. */
export const listItems = defineNoun('listItems', {
  list: required(field.option(listNames)),
  name: field.text(),
  /** Fractional key: items sort by it as plain strings. */
  order: required(field.text()),
  retired: field.boolean(),
  /** Of a source: what kind of source it is. Without one, its own key if that is a kind. */
  kind: field.option(sourceKinds),
})

export type ListItem = z.infer<typeof listItems.schema>

/** The kind of a source: as the owner says, else its own key where that is one. */
export const sourceKindOf = ({ id, kind }: Pick<ListItem, 'id' | 'kind'>): SourceKind =>
  kind ?? sourceKinds.find((known) => id === `source:${known}`) ?? 'other'

const keys: Readonly<Record<ListName, readonly string[]>> = {
  source: sourceKinds,
  industry: [
    'manufacturing',
    'construction',
    'wood',
    'retail',
    'wholesale',
    'food',
    'hospitality',
    'transport',
    'it',
    'health',
    'education',
    'services',
    'agriculture',
    'other',
  ],
  size: ['1', '2-9', '10-49', '50-249', '250+'],
  channel: ['call', 'email', 'meeting', 'visit', 'chat', 'social', 'note'],
  outcome: ['reached', 'noAnswer', 'interested', 'notInterested', 'callBack', 'agreed'],
  lostReason: ['price', 'timing', 'competitor', 'noNeed', 'noAnswer', 'other'],
  owner: [],
  purpose: ['offers', 'newsletter', 'invitations', 'service'],
}

/** The items a new book starts with. */
export const initialListItems: readonly Pick<ListItem, 'id' | 'list' | 'order'>[] = listNames.flatMap((list) =>
  keys[list].map((key, index) => ({ id: `${list}:${key}`, list, order: `a${index.toString(36)}` })),
)

/** The channel that is no contact with anyone. */
export const NOTE_CHANNEL = 'channel:note'

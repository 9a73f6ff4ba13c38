import { z } from 'zod'

import { filterSchema, type NounName, type View } from '../../shared/domain/index.ts'
import { createDeviceStore } from '../view-state/index.ts'
import { defaultColumns } from './column-chooser.tsx'

const listStateSchema = z.object({
  /** The view it started from. */
  viewId: z.string(),
  filter: filterSchema,
  sort: z.object({ column: z.string(), descending: z.boolean() }).optional(),
  columns: z.array(z.string()),
})

/** How a list is looked at: which rows, in which order, with which columns. */
export type ListState = z.infer<typeof listStateSchema>

/** A view that comes with the program; `nameKey` is the key of its name. */
export type BuiltInView = Omit<ListState, 'columns' | 'viewId'> & {
  id: string
  nameKey: string
  nameParams?: Record<string, string | number>
  columns?: readonly string[]
}

const storeSchema = z.object({
  lists: z.record(z.string(), listStateSchema).catch({}),
  widths: z.record(z.string(), z.record(z.string(), z.number())).catch({}),
})

const useStore = createDeviceStore('lists', (stored) => storeSchema.parse(stored ?? {}))

/** The state in which a view opens its list. */
export const openView = (noun: NounName, view: BuiltInView | View): ListState => {
  if ('nameKey' in view)
    return {
      viewId: view.id,
      filter: [...view.filter],
      columns: [...(view.columns ?? defaultColumns(noun))],
      ...(view.sort && { sort: view.sort }),
    }
  return {
    viewId: view.id,
    filter: view.filter ?? [],
    columns: view.columns ?? defaultColumns(noun),
    ...(view.sortBy && { sort: { column: view.sortBy, descending: view.descending ?? false } }),
  }
}

/** The state of a list on this device, kept over restarts; `first` is how it starts. */
export const useListState = (list: string, first: ListState): [ListState, (next: Partial<ListState>) => void] => {
  const state = useStore(({ lists }) => lists[list]) ?? first
  return [state, (next) => useStore.setState(({ lists }) => ({ lists: { ...lists, [list]: { ...state, ...next } } }))]
}

/** Makes a list show what fits `filter`, in the columns it has. Whoever does leads there. */
export const showList = (noun: NounName, filter: ListState['filter']): void => {
  useStore.setState(({ lists }) => ({
    lists: {
      ...lists,
      [noun]: { columns: defaultColumns(noun), ...lists[noun], viewId: '', filter: [...filter] },
    },
  }))
}

const noWidths: Readonly<Record<string, number>> = {}

/** Column widths that were dragged, in px, by column. */
export const useColumnWidths = (
  list: string,
): [Readonly<Record<string, number>>, (column: string, width: number) => void] => {
  const widths = useStore((store) => store.widths[list]) ?? noWidths
  return [
    widths,
    (column, width) =>
      useStore.setState((store) => ({
        widths: { ...store.widths, [list]: { ...store.widths[list], [column]: width } },
      })),
  ]
}

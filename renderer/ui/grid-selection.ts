/** What is selected of a list that nobody holds whole: some, or all but some. */
export type GridSelection = { mode: 'some'; ids: ReadonlySet<string> } | { mode: 'allBut'; ids: ReadonlySet<string> }

export const noSelection: GridSelection = { mode: 'some', ids: new Set() }
export const allSelected: GridSelection = { mode: 'allBut', ids: new Set() }

export const isSelected = ({ mode, ids }: GridSelection, id: string): boolean => ids.has(id) === (mode === 'some')

/** How many of `total` rows are selected. */
export const selectedCount = ({ mode, ids }: GridSelection, total: number): number =>
  mode === 'some' ? ids.size : Math.max(0, total - ids.size)

/** With the given rows selected or not, the rest as before. */
export const withRows = ({ mode, ids }: GridSelection, rows: readonly string[], selected: boolean): GridSelection => {
  const next = new Set(ids)
  for (const id of rows) {
    if (selected === (mode === 'some')) next.add(id)
    else next.delete(id)
  }
  return { mode, ids: next }
}

export const toggleRow = (selection: GridSelection, id: string): GridSelection =>
  withRows(selection, [id], !isSelected(selection, id))

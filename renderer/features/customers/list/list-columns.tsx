import { useMemo } from 'react'

import { type Column, displayName, type FieldType, initials } from '../../../../shared/domain/index.ts'
import { columnValue, useCatalog, useCell, useColumnLabel } from '../../../fields/index.ts'
import { Avatar, type GridColumn } from '../../../ui/index.ts'
import type { CustomerRow } from './use-customer-rows.ts'

const END = new Set<FieldType>(['number', 'money', 'percent'])
const widths: Partial<Record<FieldType, number>> = {
  text: 104,
  choice: 128,
  link: 150,
  emails: 190,
  phones: 176,
  addresses: 190,
  tags: 160,
  instant: 108,
  day: 100,
  number: 96,
  money: 124,
  url: 160,
}
const NAME_WIDTH = 190
const OTHER_WIDTH = 130

const widthOf = ({ key, type }: Column): number => (key === 'name' ? NAME_WIDTH : (widths[type] ?? OTHER_WIDTH))

const NameCell = ({ row: { customer } }: { row: CustomerRow }) => {
  const name = displayName(customer)
  return (
    <span className="flex min-w-0 items-center gap-[9px]">
      <Avatar text={initials(name)} square={customer.kind === 'company'} />
      <bdi className="truncate">{name}</bdi>
    </span>
  )
}

/** The chosen columns of the list, drawn. */
export const useListColumns = (
  keys: readonly string[],
  names: ReadonlyMap<string, string>,
  dragged: Readonly<Record<string, number>>,
): readonly GridColumn<CustomerRow>[] => {
  const label = useColumnLabel('customers')
  const catalog = useCatalog()
  const cell = useCell('customers', names)
  return useMemo(() => {
    const known = new Map(catalog.columns('customers').map((column) => [column.key, column]))
    return keys.flatMap((key): GridColumn<CustomerRow>[] => {
      const column = known.get(key)
      if (!column) return []
      const own = dragged[key]
      return [
        {
          id: key,
          header: label(key),
          width: own ?? widthOf(column),
          ...(own === undefined && { grow: key === 'name' ? 2 : 1 }),
          align: END.has(column.type) ? 'end' : 'start',
          sortable: true,
          cell: (row) =>
            key === 'name' ? (
              <NameCell row={row} />
            ) : (
              cell(column, row.computed.get(key) ?? columnValue('customers', column, row.customer), row.customer)
            ),
        },
      ]
    })
  }, [keys, label, cell, dragged, catalog])
}

/** The columns that fit into a width, from the first on; the name always. */
export const fittingColumns = <C extends { width: number }>(columns: readonly C[], width: number): readonly C[] => {
  let left = width
  return columns.filter((column, index) => {
    if (index > 0 && column.width > left) return false
    left -= column.width
    return true
  })
}

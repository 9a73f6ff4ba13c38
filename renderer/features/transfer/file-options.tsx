import { useState } from 'react'

import { delimiters, encodings, type TableOptions } from '../../../shared/import/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, Select } from '../../ui/index.ts'
import type { Analysis } from '../../workers/import-protocol.ts'

const NO_HEADER = 'none'
const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
const encodingNames: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1251': 'Windows-1251',
  'windows-1257': 'Windows-1257',
  'windows-1252': 'Windows-1252 / Latin-1',
  'windows-1256': 'Windows-1256',
}

/** How the file was read, to be changed where it was read wrong. */
export const FileOptions = ({
  analysis,
  onChange,
}: {
  analysis: Analysis
  onChange: (options: TableOptions) => void
}) => {
  const { t } = useI18n()
  const [isOpen, setOpen] = useState(false)
  const { encoding, delimiter, headerRow, head } = analysis
  if (!isOpen)
    return (
      <div>
        <Button variant="quiet" small onPress={() => setOpen(true)}>
          {t('transfer.fileOptions')}
        </Button>
      </div>
    )
  const known = encodings.some((label) => label === encoding)
  const labels = known ? encodings : [...encodings, encoding]
  return (
    <div className="grid grid-cols-3 gap-3">
      <Select
        label={t('transfer.encoding')}
        options={labels.map((id) => ({ id, label: encodingNames[id] ?? id }))}
        value={encoding}
        onChange={(next) => onChange({ encoding: next })}
      />
      <Select
        label={t('transfer.delimiter')}
        options={delimiters.map((id) => ({
          id: delimiterNames[id],
          label: t(`transfer.delimiter.${delimiterNames[id]}`),
        }))}
        value={delimiterNames[delimiter]}
        onChange={(next) => onChange({ delimiter: delimiters.find((each) => delimiterNames[each] === next) })}
      />
      <Select
        label={t('transfer.headerRow')}
        options={[
          { id: NO_HEADER, label: t('transfer.headerRow.none') },
          ...head.map((row, at) => ({
            id: String(at),
            label: t('transfer.headerRow.n', {
              n: at + 1,
              cells: row.filter(Boolean).slice(0, 4).join(' · ').slice(0, 60),
            }),
          })),
        ]}
        value={headerRow === null ? NO_HEADER : String(headerRow)}
        onChange={(next) => onChange({ headerRow: next === NO_HEADER || next === undefined ? null : Number(next) })}
      />
    </div>
  )
}

import { delimiters, encodings } from '../../../../../shared/import/index.ts'
import { type I18n, useI18n } from '../../../../i18n/index.ts'
import { Select } from '../../../../ui/index.ts'
import type { Analysis, FileOptions as Options } from '../../../../workers/import-protocol.ts'

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
const SHOWN_CELLS = 4
const SHOWN_TEXT = 60

type Change = { analysis: Analysis; onChange: (options: Options) => void }

/** What the rows are: the noun, and of customers the kind. */
const rowKinds = ({ t }: I18n) =>
  (['customers', 'people', 'companies', 'deals', 'interactions', 'tasks'] as const).map((id) => ({
    id,
    label: t(`transfer.rowsAre.${id}`),
  }))

const kindOf = ({ noun, kind }: Analysis): string => {
  if (noun !== 'customers' || kind === undefined) return noun
  return kind === 'person' ? 'people' : 'companies'
}

const optionsOf = (id: string | undefined): Options => {
  switch (id) {
    case 'people':
      return { noun: 'customers', kind: 'person' }
    case 'companies':
      return { noun: 'customers', kind: 'company' }
    case 'deals':
    case 'interactions':
    case 'tasks':
      return { noun: id }
    default:
      return { noun: 'customers', kind: null }
  }
}

const TextOptions = ({ analysis, onChange }: Change) => {
  const { t } = useI18n()
  const { encoding, delimiter } = analysis
  const labels = encodings.some((label) => label === encoding) ? encodings : [...encodings, encoding]
  return (
    <>
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
    </>
  )
}

const HeaderRow = ({ analysis, onChange }: Change) => {
  const { t } = useI18n()
  const { headerRow, head } = analysis
  return (
    <Select
      label={t('transfer.headerRow')}
      options={[
        { id: NO_HEADER, label: t('transfer.headerRow.none') },
        ...head.map((row, at) => ({
          id: String(at),
          label: t('transfer.headerRow.n', {
            n: at + 1,
            cells: row.filter(Boolean).slice(0, SHOWN_CELLS).join(' · ').slice(0, SHOWN_TEXT),
          }),
        })),
      ]}
      value={headerRow === null ? NO_HEADER : String(headerRow)}
      onChange={(next) => onChange({ headerRow: next === NO_HEADER || next === undefined ? null : Number(next) })}
    />
  )
}

/** How the file was read, to be changed where it was read wrong. */
export const FileOptions = ({ analysis, onChange }: Change) => {
  const i18n = useI18n()
  const { t } = i18n
  const { format, sheets, sheet, source } = analysis
  const isTable = format === 'delimited' || format === 'xlsx'
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(190px,1fr))] gap-3">
      {sheets.length > 0 && (
        <Select
          label={t('transfer.sheet')}
          options={sheets.map(({ index, name, hidden }) => ({
            id: String(index),
            label: name,
            ...(hidden && { detail: t('transfer.sheet.hidden') }),
          }))}
          value={sheet === undefined ? undefined : String(sheet)}
          onChange={(next) => next !== undefined && onChange({ sheet: Number(next) })}
        />
      )}
      {isTable && source !== 'fairbook' && (
        <Select
          label={t('transfer.rowsAre')}
          options={rowKinds(i18n)}
          value={kindOf(analysis)}
          onChange={(next) => onChange(optionsOf(next))}
        />
      )}
      {isTable && <HeaderRow analysis={analysis} onChange={onChange} />}
      {format === 'delimited' && <TextOptions analysis={analysis} onChange={onChange} />}
    </div>
  )
}

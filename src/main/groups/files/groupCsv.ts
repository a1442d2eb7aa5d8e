import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import { decimalText } from '../../../shared/domain/rules/money.ts'
import { guardCell, unguardCell } from '../../../shared/domain/rules/spreadsheet.ts'
import { words } from '../../../shared/words/words.ts'
import { checkRow, type FileGroup, type FileProblem, fileVersion, shortened } from './fileGroup.ts'

/** The columns in their order. Names are for programs, and the same in every language. */
const columns = [
  'version',
  'name',
  'proxyType',
  'orderIds',
  'rentPeriodDays',
  'promoCode',
  'priceLimit',
  'dueDays',
  'showInTray',
] as const
type Column = (typeof columns)[number]
const required: readonly Column[] = ['name', 'proxyType', 'orderIds', 'rentPeriodDays']

/**
 * Groups as CSV (RFC 4180: comma, CRLF, quotes), with a byte order mark, without which spreadsheets read letters beyond
 * ASCII wrongly. Ids stay text in a spreadsheet, and no name is run as a formula.
 */
export function writeGroupCsv(groups: readonly FileGroup[]): string {
  const rows = groups.map((group) => [
    String(fileVersion),
    guardCell(group.name),
    group.proxyType,
    guardCell(group.orderIds.join(' ')),
    String(group.rentPeriodDays),
    guardCell(group.promoCode ?? ''),
    group.priceLimit === null ? '' : decimalText(group.priceLimit),
    group.dueDays === null ? '' : String(group.dueDays),
    group.showInTray ? 'yes' : 'no',
  ])
  return stringify([[...columns], ...rows], { record_delimiter: '\r\n', bom: true })
}

interface Row {
  readonly cells: readonly string[]
  /** The line it begins on, from 1. */
  readonly line: number
}

/** Reads groups from CSV; the separator may be a comma, a semicolon or a tab, as spreadsheets save it. */
export function readGroupCsv(text: string): Result<readonly FileGroup[], readonly FileProblem[]> {
  const { groupFiles } = words()
  const rows = readRows(text)
  if (!rows.ok) return rows
  const [head, ...body] = rows.value
  if (head === undefined) return err([{ line: null, reason: groupFiles.empty }])
  const names = head.cells.map((cell) => cell.trim().toLowerCase())
  const place = (column: Column): number => names.indexOf(column.toLowerCase())
  const missing = required.filter((column) => place(column) < 0)
  if (missing.length > 0) {
    return err([{ line: head.line, reason: groupFiles.missingColumns(missing.join(', ')) }])
  }
  const strange = head.cells.filter((_, at) => !columns.some((column) => place(column) === at))
  if (strange.length > 0) {
    const shown = strange.map((cell) => `“${shortened(cell.trim())}”`).join(', ')
    return err([{ line: head.line, reason: groupFiles.strangeColumns(shown, columns.join(', ')) }])
  }
  return gather(body.map((row) => readRow(row, (column) => row.cells[place(column)] ?? '', names.length)))
}

type Read = Result<FileGroup, readonly FileProblem[]>

function readRow({ cells, line }: Row, cell: (column: Column) => string, width: number): Read {
  const { groupFiles } = words()
  if (cells.length !== width) return err([{ line, reason: groupFiles.cells(cells.length, width) }])
  const version = cell('version').trim()
  if (version !== '' && version !== String(fileVersion)) {
    return err([{ line, reason: groupFiles.version(shortened(version), fileVersion) }])
  }
  return checkRow(
    {
      name: unguardCell(cell('name')),
      proxyType: cell('proxyType'),
      orderIds: unguardCell(cell('orderIds')),
      rentPeriodDays: cell('rentPeriodDays'),
      promoCode: unguardCell(cell('promoCode')),
      priceLimit: cell('priceLimit'),
      dueDays: cell('dueDays'),
      showInTray: cell('showInTray'),
    },
    line,
  )
}

/** All groups, or everything that is wrong with any of them. */
export function gather(reads: readonly Read[]): Result<readonly FileGroup[], readonly FileProblem[]> {
  const groups: FileGroup[] = []
  const problems: FileProblem[] = []
  for (const read of reads) {
    if (read.ok) groups.push(read.value)
    else problems.push(...read.error)
  }
  return problems.length > 0 ? err(problems) : ok(groups)
}

function readRows(text: string): Result<readonly Row[], readonly FileProblem[]> {
  try {
    const read: unknown = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
    return ok(Array.isArray(read) ? read.map(rowOf) : [])
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : null
    return err([{ line, reason: words().groupFiles.notCsv }])
  }
}

const Parsed = z.object({
  record: z.array(z.string()),
  raw: z.string(),
  info: z.object({ lines: z.number() }),
})

/** The parser counts the line that a record ends on; cells may hold line breaks. */
function rowOf(parsed: unknown): Row {
  const { record, raw, info } = Parsed.parse(parsed)
  const breaks = raw.trimEnd().match(/\r\n|\r|\n/g)?.length ?? 0
  return { cells: record, line: info.lines - breaks }
}

/** The separator that the head has most of. */
function separatorOf(text: string): string {
  const [head = ''] = text.split(/[\r\n]/, 1)
  const count = (mark: string): number => head.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

import { z } from 'zod'
import { err, type Result } from '../../../shared/domain/result.ts'
import { decimalText } from '../../../shared/domain/rules/money.ts'
import { safely } from '../../../shared/safely.ts'
import { words } from '../../../shared/words/words.ts'
import { checkRow, type FileGroup, type FileProblem, fileVersion, type RowText } from './fileGroup.ts'
import { gather } from './groupCsv.ts'

/** What a file of ours begins with. */
const format = 'leasebar-groups'

const Head = z.looseObject({
  format: z.literal(format),
  version: z.int(),
  groups: z.array(z.unknown()),
})

const Item = z.strictObject({
  name: z.string(),
  proxyType: z.string(),
  // A number has lost its last digits before anyone can look.
  orderIds: z.array(z.string()),
  rentPeriodDays: z.int(),
  promoCode: z.string().nullable().optional(),
  priceLimit: z.string().nullable().optional(),
  dueDays: z.int().nullable().optional(),
  showInTray: z.boolean().optional(),
})

/** Groups as JSON, a line each, so that two files can be compared. */
export function writeGroupJson(groups: readonly FileGroup[]): string {
  const lines = groups.map((group) =>
    JSON.stringify({
      ...group,
      priceLimit: group.priceLimit === null ? null : decimalText(group.priceLimit),
    }),
  )
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`
  return `{"format":"${format}","version":${fileVersion},"groups":${list}}\n`
}

/** Reads groups from JSON. */
export function readGroupJson(text: string): Result<readonly FileGroup[], readonly FileProblem[]> {
  const { groupFiles } = words()
  const parsed = parsedJson(text)
  if (!parsed.ok) return parsed
  const head = safely(Head, parsed.value)
  if (!head.success) return err([{ line: null, reason: groupFiles.notOurs(format) }])
  const { version, groups } = head.data
  if (version !== fileVersion) {
    return err([{ line: null, reason: groupFiles.version(String(version), fileVersion) }])
  }
  const lines = linesOfGroups(text)
  return gather(groups.map((group, at) => readItem(group, lines[at] ?? 1)))
}

function readItem(value: unknown, line: number): Result<FileGroup, readonly FileProblem[]> {
  const item = safely(Item, value)
  if (!item.success) {
    const fields = item.issues.map(({ path, code, ...issue }) =>
      code === 'unrecognized_keys' && 'keys' in issue ? String(issue.keys) : path.join('.'),
    )
    const named = [...new Set(fields.filter((field) => field !== ''))].slice(0, 5).join(', ')
    return err([{ line, reason: words().groupFiles.fields(named === '' ? '{}' : named) }])
  }
  return checkRow(textOf(item.data), line)
}

function textOf(item: z.infer<typeof Item>): RowText {
  return {
    name: item.name,
    proxyType: item.proxyType,
    orderIds: item.orderIds.join('\n'),
    rentPeriodDays: String(item.rentPeriodDays),
    promoCode: item.promoCode ?? '',
    priceLimit: item.priceLimit ?? '',
    dueDays: item.dueDays == null ? '' : String(item.dueDays),
    showInTray: item.showInTray === true ? 'yes' : 'no',
  }
}

function parsedJson(text: string): Result<unknown, readonly FileProblem[]> {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    const line = /\(line (\d+) /.exec(error instanceof Error ? error.message : '')?.[1]
    // Where the text simply stops, V8 names no place: it is the last line.
    const last = text.trimEnd().split('\n').length
    return err([{ line: line === undefined ? last : Number(line), reason: words().groupFiles.notJson }])
  }
}

/** The line that each group begins on. The text is well-formed JSON with an array `groups` in its outermost object. */
function linesOfGroups(text: string): number[] {
  const lines: number[] = []
  let line = 1
  let depth = 0
  let key = ''
  // Tokens that matter: texts (with the colon that makes them keys), brackets, line breaks.
  for (const [token, name] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[[\]{}]|\n/g)) {
    if (name !== undefined && depth === 1) key = name
    else if (token === '[' || token === '{') {
      if (depth === 2 && key === '"groups"' && token === '{') lines.push(line)
      depth += 1
    } else if (token === ']' || token === '}') depth -= 1
    line += token.split('\n').length - 1
  }
  return lines
}

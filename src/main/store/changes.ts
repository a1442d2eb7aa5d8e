import { z } from 'zod'
import { safely } from '../../shared/safely.ts'
import { checksum } from './checksum.ts'

/** The tables whose every change goes into the black box too: what must not be lost. */
export const boxedTables = ['accounts', 'groups', 'settings', 'renewals', 'auto_switches'] as const
/** A table whose every change goes into the black box too. */
export type BoxedTable = (typeof boxedTables)[number]

/** The schema version that each of them is there from: a database of an earlier one has no such table. */
const boxedSince: Readonly<Record<BoxedTable, number>> = {
  accounts: 1,
  groups: 1,
  settings: 1,
  renewals: 1,
  auto_switches: 2,
}

/** Those of them that a database of a schema version has. */
export function boxedTablesOf(version: number): readonly BoxedTable[] {
  return boxedTables.filter((table) => boxedSince[table] <= version)
}

const fieldsSchema = z.record(z.string(), z.unknown())
/** A row's body, or the part of it that changes: JSON. */
export type Fields = z.infer<typeof fieldsSchema>

/** One change of one row: the whole row, some of its fields, or its end. */
export type Change =
  | { readonly table: string; readonly id: string; readonly row: Fields }
  | { readonly table: string; readonly id: string; readonly set: Fields }
  | { readonly table: string; readonly id: string; readonly drop: true }

/**
 * A line of the black box. `v`: schema version it was written at. `seq`: grows by one a line. `at`: ms since the
 * epoch. `void` names lines that do not count: the database refused them, and the caller was told so.
 */
export type Line = { readonly v: number; readonly seq: number; readonly at: number } & (
  | Change
  | { readonly void: readonly number[] }
)

const lineSchema = z.object({
  v: z.int().positive(),
  seq: z.int().positive(),
  at: z.number(),
  table: z.string().optional(),
  id: z.string().optional(),
  row: fieldsSchema.optional(),
  set: fieldsSchema.optional(),
  drop: z.literal(true).optional(),
  void: z.array(z.int()).optional(),
})

const sumShape = /,"sum":"([0-9a-f]{8})"}$/

/** A line as it stands in the file, without its line break: JSON whose last field is the checksum of the others. */
export function encodeLine(line: Line): string {
  const body = JSON.stringify(line)
  return `${body.slice(0, -1)},"sum":"${checksum(body)}"}`
}

/** Reads a line; null when it is damaged in any character. */
export function decodeLine(text: string): Line | null {
  const sum = sumShape.exec(text)
  if (!sum) return null
  const body = `${text.slice(0, sum.index)}}`
  if (checksum(body) !== sum[1]) return null
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return null
  }
  const parsed = safely(lineSchema, json)
  return parsed.success ? lineOf(parsed.data) : null
}

function lineOf({ v, seq, at, table, id, row, set, drop, ...rest }: z.infer<typeof lineSchema>): Line | null {
  if (rest.void) return { v, seq, at, void: rest.void }
  if (table === undefined || id === undefined) return null
  if (row) return { v, seq, at, table, id, row }
  if (set) return { v, seq, at, table, id, set }
  return drop ? { v, seq, at, table, id, drop } : null
}

import type { RawRow } from './blackBox.ts'

/** Where on the way a kill fell, in the order of the way. */
export const phases = [
  'before the journal: no row, nothing sent',
  'row written, nothing sent yet',
  'sent, not carried out yet',
  'carried out, no answer yet',
  'answered, outcome not written yet',
  'outcome written, not shown yet',
  'outcome shown',
  'ended without paying (refused, or asked)',
  'start: before the row was recovered',
  'start: recovered as unknown, nothing read yet',
  'start: balance and ends asked for',
  'start: looked at, or settled',
] as const

/** Where on the way a kill fell. */
export type Phase = (typeof phases)[number]

/** What was there at the moment of a kill after a click. */
export interface AtKill {
  /** The click's row on the disk; undefined: none. */
  readonly row: RawRow | undefined
  /** How far its paid request had come by then; null: nothing of it had arrived. */
  readonly request: 'arrived' | 'carried out' | 'answered' | null
  /** The window showed how it ended. */
  readonly shown: boolean
}

/** Where a kill after a click fell. */
export function phaseOf({ row, request, shown }: AtKill): Phase {
  if (row === undefined) return shown ? phases[7] : phases[0]
  if (!isNothing(row.result)) {
    if (request === null) return phases[7]
    return shown ? phases[6] : phases[5]
  }
  if (request === null) return phases[1]
  if (request === 'arrived') return phases[2]
  return request === 'carried out' ? phases[3] : phases[4]
}

/** Where a kill of a start fell, by what the disk had before and after it, and whether anything was read. */
export function startPhaseOf(
  before: ReadonlyMap<string, RawRow>,
  after: ReadonlyMap<string, RawRow>,
  read: boolean,
): Phase {
  const changed = (field: string): boolean =>
    [...after].some(
      ([id, row]) => JSON.stringify(row[field] ?? null) !== JSON.stringify(before.get(id)?.[field] ?? null),
    )
  if (changed('settlement') || changed('check')) return phases[11]
  if (read) return phases[10]
  const sending = [...after.values()].some((row) => isNothing(row.result))
  return sending || !changed('result') ? phases[8] : phases[9]
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null
}

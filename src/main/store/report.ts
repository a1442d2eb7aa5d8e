import type { Base } from './build.ts'

/** What opening found and did. `notes` says it in words for a person; empty after an ordinary start. */
export interface OpenReport {
  readonly database: 'created' | 'opened' | 'migrated' | 'rebuilt'
  /** The schema version it was migrated from; null when it was not. */
  readonly migratedFrom: number | null
  /** What was wrong with the database; null when nothing was. */
  readonly damage: string | null
  /** What a rebuilt database started from; null when it was not rebuilt. */
  readonly base: Base | null
  /** True when the database was put back or had lost writes: every account's end dates are in doubt until read again. */
  readonly restored: boolean
  /** Changes that only the black box had. */
  readonly replayed: number
  /** Lines of the black box that could not be read. */
  readonly skippedLines: number
  /** True when the black box was damaged or gone, and was written anew from the database. */
  readonly blackBoxReplaced: boolean
  /** Names of damaged files that were set aside in the data folder. */
  readonly setAside: readonly string[]
  readonly notes: readonly string[]
}

/** The report without its words. */
export type OpenFacts = Omit<OpenReport, 'notes'>

const baseWords: Readonly<Record<Base, string>> = {
  nothing: 'the journal file alone',
  'database file': 'its last saved state and the journal file',
  'last good copy': 'the last good copy and the journal file',
}

/** What a person has to know of opening, one sentence or two a note. */
export function notesOf(facts: OpenFacts): string[] {
  const notes: string[] = []
  if (facts.damage !== null && facts.base !== null) {
    notes.push(
      `The database could not be used: ${facts.damage}. It was rebuilt from ${baseWords[facts.base]}. Renewals, groups, accounts and settings are complete unless another note says otherwise; the balance's history may have a gap.`,
    )
  } else if (facts.restored) {
    notes.push('The database had lost its last changes. They were put back from the journal file.')
  }
  if (facts.skippedLines > 0) {
    notes.push(
      `${facts.skippedLines} damaged ${facts.skippedLines === 1 ? 'line' : 'lines'} of the journal file could not be read.`,
    )
  }
  if (facts.blackBoxReplaced) {
    notes.push('The journal file was damaged or missing. It was written anew from the database.')
  }
  if (facts.setAside.length > 0) {
    notes.push(`Kept for a closer look, in the data folder: ${facts.setAside.join(', ')}.`)
  }
  if (facts.restored) {
    notes.push('Until the end dates have been read again, Leasebar asks before it renews.')
  }
  return notes
}

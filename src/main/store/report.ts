import { words } from '../../shared/words/words.ts'
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

/** What a person has to know of opening, one sentence or two a note. */
export function notesOf(facts: OpenFacts): string[] {
  const { store } = words()
  const notes: string[] = []
  if (facts.damage !== null && facts.base !== null) {
    notes.push(store.rebuiltFrom[facts.base](facts.damage))
  } else if (facts.restored) {
    notes.push(store.putBack)
  }
  if (facts.skippedLines > 0) notes.push(store.skippedLines(facts.skippedLines))
  if (facts.blackBoxReplaced) notes.push(store.journalFileReplaced)
  if (facts.setAside.length > 0) notes.push(store.setAside(facts.setAside.join(', ')))
  if (facts.restored) notes.push(store.asksUntilRead)
  return notes
}

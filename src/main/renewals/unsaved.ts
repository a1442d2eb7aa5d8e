import type { Renewal, RenewalResult } from '../../shared/domain/renewal.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { DiskProblem, JournalPort } from './ports.ts'

/**
 * Results that the disk refused after the money moved: shown, held in memory, written when it can be. The row on the
 * disk stays `sending`, so that a crash before the writing still ends in `unknown` (DESIGN.md, Judge).
 */
export function createUnsaved(journal: JournalPort) {
  const held = new Map<string, RenewalResult>()
  return {
    /** Writes a result, or holds it. */
    finish(id: string, result: RenewalResult): Result<void, DiskProblem> {
      const saved = journal.finish(id, result)
      if (!saved.ok) held.set(id, result)
      return saved
    },
    /** Tries to write what is held; gives the ids that are on the disk now. */
    flush(): readonly string[] {
      return [...held]
        .filter(([id, result]) => journal.finish(id, result).ok && held.delete(id))
        .map(([id]) => id)
    },
    /** A journal's row with the result that only memory has. */
    overlay(renewal: Renewal): Renewal {
      const result = held.get(renewal.intent.id)
      return result ? { ...renewal, result, unsaved: true } : renewal
    },
    /** How many results wait for the disk. */
    count: (): number => held.size,
  }
}

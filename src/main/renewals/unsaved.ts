import type { Renewal, RenewalIntent, RenewalResult } from '../../shared/domain/renewal.ts'
import { err, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'
import type { DiskProblem, JournalPort } from './ports.ts'

/** A result that waits for the disk, and how it is written. */
interface Held {
  readonly result: RenewalResult
  readonly write: () => Result<void, DiskProblem>
}

/**
 * Results that the disk refused after the money moved: shown, held in memory, written when it can be. The row on the
 * disk stays `sending`, so that a crash before the writing still ends in `unknown` (DESIGN.md, Judge). Attempts of
 * which nothing was sent are held likewise.
 */
export function createUnsaved(journal: JournalPort) {
  const held = new Map<string, Held>()

  function keep(id: string, waiting: Held): Result<void, DiskProblem> {
    const saved = tried(waiting.write)
    if (!saved.ok) held.set(id, waiting)
    return saved
  }

  return {
    /** Writes the result of a row that was begun, or holds it. */
    finish: (id: string, result: RenewalResult): Result<void, DiskProblem> =>
      keep(id, { result, write: () => journal.finish(id, result) }),
    /** Writes an attempt that ended before anything was sent, or holds it. */
    record: (intent: RenewalIntent, result: RenewalResult): Result<void, DiskProblem> =>
      keep(intent.id, { result, write: () => journal.record(intent, result) }),
    /** Tries to write what is held; gives the ids that are on the disk now. */
    flush(): readonly string[] {
      return [...held].filter(([id, { write }]) => tried(write).ok && held.delete(id)).map(([id]) => id)
    },
    /** A journal's row with the result that only memory has. */
    overlay(renewal: Renewal): Renewal {
      const waiting = held.get(renewal.intent.id)
      return waiting ? { ...renewal, result: waiting.result, unsaved: true } : renewal
    },
    /** How many results wait for the disk. */
    count: (): number => held.size,
  }
}

/** A disk can fail in ways that nobody listed (an unplugged one, a network folder): even an exception loses no result. */
function tried(write: () => Result<void, DiskProblem>): Result<void, DiskProblem> {
  try {
    return write()
  } catch {
    return err({ message: words().renewals.notWritten })
  }
}

/** Keeper of results that the disk refused. */
export type Unsaved = ReturnType<typeof createUnsaved>

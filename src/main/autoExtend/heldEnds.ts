import type { AutoSwitch, AutoSwitchEnd } from '../../shared/domain/autoExtend.ts'
import { err, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'
import type { DiskProblem, SwitchesPort } from './ports.ts'

/**
 * What switches came to and the disk refused: shown, held in memory, written when it can be. The row on the disk stays
 * without its end, so that a crash before the writing still ends in `unknown`.
 */
export function createHeldEnds(switches: Pick<SwitchesPort, 'finish'>) {
  const held = new Map<string, AutoSwitchEnd>()

  /** A disk can fail in ways that nobody listed: even an exception loses no answer of the vendor's. */
  function tried(id: string, end: AutoSwitchEnd): Result<void, DiskProblem> {
    try {
      return switches.finish(id, end)
    } catch {
      return err({ message: words().renewals.notWritten })
    }
  }

  return {
    /** Writes the end of a row that was begun, or holds it. */
    finish(id: string, end: AutoSwitchEnd): void {
      if (!tried(id, end).ok) held.set(id, end)
    },
    /** Tries to write what is held; true where the disk took some of it. */
    flush(): boolean {
      const before = held.size
      for (const [id, end] of held) if (tried(id, end).ok) held.delete(id)
      return held.size < before
    },
    /** How many ends only memory has. */
    count: (): number => held.size,
    /** A row with the end that only memory has, and a word about that. */
    overlay(row: AutoSwitch): AutoSwitch {
      const end = held.get(row.id)
      return end
        ? { ...row, end: { ...end, detail: `${end.detail} ${words().autoExtend.notKept}`.slice(0, 1000) } }
        : row
    },
  }
}

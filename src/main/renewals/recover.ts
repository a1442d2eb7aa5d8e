import type { Renewal, RenewalResult } from '../../shared/domain/renewal.ts'
import type { JournalPort } from './ports.ts'
import { mayBePaid, plainResult } from './results.ts'

/**
 * At start, every row still `sending` is `unknown`: the app ended between the first byte and the written result
 * (DESIGN.md, Judge). Gives the rows that were found so.
 */
export function recoverSending(journal: JournalPort, now: number): readonly Renewal[] {
  const found = journal.sending()
  for (const renewal of found) journal.finish(renewal.intent.id, lostInCrash(now))
  return found
}

function lostInCrash(now: number): RenewalResult {
  return plainResult(
    'unknown',
    'exchange',
    `Leasebar ended before the vendor’s answer was kept. ${mayBePaid}`,
    now,
  )
}

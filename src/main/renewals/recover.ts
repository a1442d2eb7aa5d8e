import type { Renewal, RenewalResult } from '../../shared/domain/renewal.ts'
import { words } from '../../shared/words/words.ts'
import type { JournalPort } from './ports.ts'
import { plainResult } from './results.ts'
import type { Unsaved } from './unsaved.ts'

/**
 * At start, every row still `sending` is `unknown`: the app ended between the first byte and the written result
 * (DESIGN.md, Judge). Gives the rows that were found so, as they are now; held in memory where the disk refuses.
 */
export function recoverSending(journal: JournalPort, unsaved: Unsaved, now: number): readonly Renewal[] {
  const found = journal.sending()
  for (const renewal of found) unsaved.finish(renewal.intent.id, lostInCrash(now))
  return found
    .map(({ intent }) => journal.get(intent.id))
    .flatMap((row) => (row ? [unsaved.overlay(row)] : []))
}

function lostInCrash(now: number): RenewalResult {
  const says = words().judging
  return plainResult('unknown', 'exchange', says.unknown(says.ended), now)
}

import { isDeepStrictEqual } from 'node:util'
import type { Snapshot } from '../../src/shared/contract/snapshot.ts'
import type { Group } from '../../src/shared/domain/group.ts'
import type { Renewal } from '../../src/shared/domain/renewal.ts'
import { currentOutcome, outcomeLabel } from '../../src/shared/domain/rules/outcomes.ts'
import type { Settings } from '../../src/shared/domain/settings.ts'
import type { RawRow } from './blackBox.ts'

/** What must never happen; each is counted by itself. */
export type Harm = 'paid twice' | 'outcome lost' | 'wrong settlement' | 'data damaged'

/** Something that must never happen, and did. */
export interface Finding {
  readonly harm: Harm
  readonly words: string
}

/** What the vendor's books say of the one paid request of a renewal. */
export interface Truth {
  readonly arrived: boolean
  /** It took the money. */
  readonly charged: boolean
}

/** A row beside the vendor's books; `truth` null: no paid request of it ever arrived. */
export function checkRow(row: Renewal, truth: Truth | null): Finding[] {
  const { id, groupName } = row.intent
  const outcome = currentOutcome(row)
  const found = (harm: Harm, words: string): Finding[] => [{ harm, words: `${groupName} (${id}): ${words}` }]
  if (outcome === null)
    return found('outcome lost', 'after a restart it is neither unknown nor anything else')
  const charged = truth?.charged ?? false
  const settled = row.settlement !== null
  if (outcome === 'renewed' && !charged) {
    return found(settled ? 'wrong settlement' : 'outcome lost', 'it says renewed, the vendor took nothing')
  }
  if (outcome === 'not renewed' && charged)
    return found('wrong settlement', 'it says not renewed, the vendor took the money')
  if (outcome === 'refused' && charged)
    return found('outcome lost', 'it says refused, the vendor took the money')
  if (outcome === 'not sent' && (truth?.arrived ?? false))
    return found('outcome lost', 'it says not sent, the request arrived')
  return []
}

/** What a row held, still stands in it: only what was open may have been added to. */
export function checkKept(id: string, before: RawRow, after: RawRow | Renewal | undefined): Finding[] {
  const lost = (words: string): Finding[] => [{ harm: 'outcome lost', words: `row ${id}: ${words}` }]
  if (after === undefined) return lost('it is gone')
  const changed = (['intent', 'result', 'settlement'] as const).filter(
    (field) => (before[field] ?? null) !== null && !isDeepStrictEqual(before[field], after[field]),
  )
  return changed.length === 0 ? [] : lost(`its ${changed.join(' and ')} changed`)
}

/** What the window showed before the kill is what the history says afterwards; an unknown may be settled by then. */
export function checkShown(groupName: string, shown: string, row: Renewal | undefined): Finding[] {
  if (shown === outcomeLabel('unknown')) return []
  const outcome = row ? currentOutcome(row) : null
  if (outcome !== null && outcomeLabel(outcome) === shown) return []
  const words = `the window showed ${shown}, the history says ${outcome ?? 'nothing'}`
  return [{ harm: 'outcome lost', words: `${groupName}: ${words}` }]
}

/** What was saved and acknowledged before the kill. */
export interface Saved {
  readonly groups: ReadonlyMap<string, Group>
  readonly settings: Settings
  readonly warnBelow: number | null
}

/** Groups, settings and the account beside what was saved, and what the start had to say about the data. */
export function checkData(snapshot: Snapshot, saved: Saved, damagedFiles: readonly string[]): Finding[] {
  const damaged = (words: string): Finding => ({ harm: 'data damaged', words })
  const groups = new Map(snapshot.groups.map(({ group }) => [group.id, group]))
  const findings: Finding[] = []
  if (!isDeepStrictEqual(groups, saved.groups)) {
    const off = [...new Set([...groups.keys(), ...saved.groups.keys()])].filter(
      (id) => !isDeepStrictEqual(groups.get(id), saved.groups.get(id)),
    )
    findings.push(
      damaged(
        `groups differ from what was saved: ${off.map((id) => saved.groups.get(id)?.name ?? id).join(', ')}`,
      ),
    )
  }
  if (!isDeepStrictEqual(snapshot.settings, saved.settings)) {
    findings.push(
      damaged(
        `settings differ: ${JSON.stringify(snapshot.settings)} instead of ${JSON.stringify(saved.settings)}`,
      ),
    )
  }
  const [account] = snapshot.accounts
  if (account === undefined || snapshot.accounts.length !== 1) findings.push(damaged('the account is gone'))
  else if (account.warnBelow !== saved.warnBelow)
    findings.push(damaged('the account’s threshold is not the one saved'))
  for (const { title, text } of snapshot.notices) findings.push(damaged(`told at start: ${title}: ${text}`))
  for (const name of damagedFiles) findings.push(damaged(`set aside: ${name}`))
  return findings
}

/**
 * What is checked while a sequence runs, against the vendor's side and against what a person was told:
 *
 * - **paid twice**: a second paid request for one row (found where it arrives, in shop.ts); a row begun without a click
 *   of its own, by a second click that should have joined, or by a confirmation that was spent; an order in a row begun
 *   while another renewal of it stood unsettled, unless a person pressed `Renew anyway` on a question that named both.
 * - **outcomes lost**: a row that is gone, says that nothing was sent or paid although it was, says `renewed` by a reply
 *   although nothing was carried out, or has another outcome than the one that was told and that the disk took.
 * - **wrong settlements**: in settlements.ts.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Renewal, RenewalIntent } from '../../src/shared/domain/renewal.ts'
import { currentOutcome } from '../../src/shared/domain/rules/outcomes.ts'
import type { Scene } from './scene.ts'
import { judgeSettlement } from './settlements.ts'
import { type Asked, chargeOf, hasArrived, named, type Press, type Row, Violation } from './truth.ts'

/** A row is about to be in the journal, and then its request on its way: may it? */
export function judgeBegin(scene: Scene, intent: RenewalIntent): void {
  const { truth } = scene
  const wrong = (what: string) => truth.violations.push(new Violation('paid twice', what))
  const press = scene.presses.get(intent.groupId) ?? null
  if (press === null || press.waiting === 0 || press.run !== scene.run)
    wrong(`a renewal of ${intent.groupName} began without a click`)
  else {
    press.begun += 1
    if (press.begun > 1) wrong(`clicks on ${intent.groupName} that belong together began two renewals`)
    if (press.spent) wrong(`a confirmation of ${intent.groupName} that was spent began a renewal`)
  }
  for (const row of truth.rows.values()) {
    const shared = intent.request.orderIds.filter((id) => row.intent.request.orderIds.includes(id))
    if (shared.length === 0 || !stands(scene, row)) continue
    for (const orderId of shared) {
      if (!isNamed(press, row, orderId) || !isConfirmed(intent, row, orderId))
        wrong(`order ${orderId} was renewed again while ${named(row)} stood unsettled`)
    }
  }
  truth.rows.set(intent.id, {
    intent,
    run: scene.run,
    chargesBefore: scene.endsNoted.get(intent.endsReadAt ?? 0) ?? 0,
    calls: [],
    kept: null,
    settlement: null,
  })
}

/** Whether a renewal may have been paid and is not settled, as far as Leasebar knows. */
function stands(scene: Scene, row: Row): boolean {
  const stored = scene.app.store.journal.get(row.intent.id)
  if (stored === null) return true
  const outcome = currentOutcome(scene.app.core.renewals.unsaved.overlay(stored))
  return outcome === null || outcome === 'unknown'
}

function isNamed(press: Press | null, row: Row, orderId: string): boolean {
  return press?.by ? names(press.by.question.findings, row, orderId) : false
}

function isConfirmed(intent: RenewalIntent, row: Row, orderId: string): boolean {
  return names(intent.confirmed, row, orderId)
}

function names(findings: Asked['question']['findings'], row: Row, orderId: string): boolean {
  return findings.some(
    (finding) =>
      finding.kind === 'unknown-before' &&
      finding.renewalId === row.intent.id &&
      finding.orderIds.includes(orderId),
  )
}

/** A person is told how a renewal ended: what the disk took of it may not be gone or different later on. */
export function judgeTold({ truth }: Scene, renewal: Renewal): void {
  const outcome = renewal.result?.outcome ?? null
  if (outcome === null) {
    truth.violations.push(new Violation('outcome lost', `${named(renewal)} ended without an outcome`))
    return
  }
  const row = truth.rows.get(renewal.intent.id)
  const kept = renewal.unsaved ? null : outcome
  if (row) row.kept ??= kept
  else truth.attempts.set(renewal.intent.id, kept)
}

/** Looks at every row as it is in the journal now. `settled`: nothing is under way, so each has to have its result. */
export function lookAtRows(scene: Scene, settled: boolean): void {
  const { truth } = scene
  for (const row of truth.rows.values()) {
    const stored = scene.app.store.journal.get(row.intent.id)
    if (stored === null) throw new Violation('outcome lost', `${named(row)} is not in the journal`)
    if (!isDeepStrictEqual(stored.intent, row.intent))
      throw new Violation('outcome lost', `the journal changed what was sent for ${named(row)}`)
    if (settled && stored.result === null)
      throw new Violation('outcome lost', `${named(row)} never came to a result`)
    lookAtOutcome(row, stored)
    judgeSettlement(scene, row, stored)
  }
  for (const [id, kept] of truth.attempts) lookAtAttempt(scene, id, kept)
}

function lookAtOutcome(row: Row, stored: Renewal): void {
  const outcome = stored.result?.outcome ?? null
  if (row.kept !== null && outcome !== row.kept)
    throw new Violation('outcome lost', `${named(row)} was ${row.kept} and is ${outcome ?? 'sending'} now`)
  row.kept = outcome
  if (outcome === 'not sent' && hasArrived(row))
    throw new Violation('outcome lost', `${named(row)} says not sent, and the vendor got it`)
  if (outcome === 'refused' && chargeOf(row) !== null)
    throw new Violation('outcome lost', `${named(row)} says refused, and the vendor took the money`)
  if (outcome === 'renewed' && chargeOf(row) === null)
    throw new Violation('outcome lost', `${named(row)} says renewed, and the vendor never carried it out`)
}

function lookAtAttempt({ app, truth }: Scene, id: string, kept: string | null): void {
  const stored = app.store.journal.get(id)
  const outcome = stored?.result?.outcome ?? null
  if (kept !== null && outcome !== kept)
    throw new Violation('outcome lost', `an attempt told as ${kept} is ${outcome ?? 'gone'} now`)
  if (outcome !== null) truth.attempts.set(id, outcome)
}

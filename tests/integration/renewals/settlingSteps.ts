import { expect } from 'vitest'
import type { VendorOrder } from '../../../src/main/practice/types.ts'
import type { Group } from '../../../src/shared/domain/group.ts'
import type { Renewal, RenewalIntent } from '../../../src/shared/domain/renewal.ts'
import { currentOutcome } from '../../../src/shared/domain/rules/outcomes.ts'
import { KEY, type TestWorld } from '../../support/world.ts'

/** A click whose reply is lost. `acts`: the vendor carries it out. `meanwhile`: what happens there, before any look. */
export async function lost(
  world: TestWorld,
  group: Group,
  acts: boolean,
  meanwhile: () => unknown = () => {},
): Promise<RenewalIntent> {
  const before = world.paid()
  const planned = world.fault({
    kind: acts ? 'resetAfterActing' : 'resetBeforeActing',
    hold: 'beforeActing',
  })
  const renewing = world.renew(group)
  await planned.reached
  meanwhile()
  planned.release()
  const renewal = await renewing
  expect(renewal.result?.outcome).toBe('unknown')
  expect(world.paid() - before).toBe(1)
  return renewal.intent
}

/** Resolves when the first look at an `unknown`, which comes by itself, was kept. */
export async function looked(world: TestWorld, id: string): Promise<void> {
  await expect.poll(() => world.store.journal.get(id)?.check ?? null).not.toBeNull()
}

/** `Check again`; the row as it stands then, which is what the journal has. */
export async function checked(world: TestWorld, id: string): Promise<Renewal> {
  const answer = await world.core.settling.check(id)
  if (!answer.ok) return expect.unreachable(answer.error.message)
  expect(world.store.journal.get(id)).toEqual(answer.value)
  return answer.value
}

/** Lets time pass on both clocks and at the vendor. */
export function minutes(world: TestWorld, count: number): void {
  world.switches.passed += count * 60_000
}

/** What a renewal counts as now. */
export function outcomeOf(renewal: Renewal): string | null {
  return currentOutcome(renewal)
}

/** An order in the vendor's books. */
export function vendorOrder(world: TestWorld, id: string): VendorOrder {
  return world.books.account(KEY)?.orders.get(id) ?? expect.unreachable(`no order ${id}`)
}

/** Moves an order's end at the vendor without a charge, as the vendor's site or another account may. */
export function moveEnds(world: TestWorld, id: string, by: number): void {
  for (const address of vendorOrder(world, id).addresses) address.end += by
}

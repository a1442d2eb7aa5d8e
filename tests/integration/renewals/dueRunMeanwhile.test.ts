/** `Renew all due` on real parts: what changes between the plan and a group’s turn. */
import { expect, test } from 'vitest'
import { kinds, money } from '../../support/domain.ts'
import { due, idOf, paid, planned, priceRises, row, statuses } from '../../support/dueBench.ts'
import { KEY } from '../../support/world.ts'

const HOUR = 3_600_000

test('a price that rose between plan and pay is not paid, and the rest goes on', async () => {
  const { world, groups, wanted } = await due(3)
  const plan = await planned(world, wanted)
  priceRises(world, groups[1])
  const run = await paid(world, plan)
  expect(statuses(run)).toEqual(['renewed', 'asks', 'renewed'])
  expect(row(run, 1).words).toContain('The price rose from $1.40 to $2.80')
  expect(kinds(row(run, 1).findings)).toEqual(['price-rose'])
  expect(run).toMatchObject({ stops: [], paid: [money(2.8)] })
  expect(world.paid()).toBe(2)
})

test('what a run came upon was seen by nobody: the next click asks about the first price a person saw', async () => {
  const { world, groups, wanted } = await due(2)
  const [group] = groups
  if (!group) return expect.unreachable()
  world.core.groups.priceShown(group.id, money(1.4))
  const plan = await planned(world, wanted)
  priceRises(world, group)
  expect(statuses(await paid(world, plan))[0]).toBe('asks')
  expect((await world.asked(group)).findings).toEqual([
    { kind: 'price-rose', lastShown: money(1.4), price: money(2.8) },
  ])
})

test('an order that an earlier group of the run renewed is asked about instead of paid', async () => {
  const { world, groups, wanted } = await due(3)
  const shared = world.group('Shared', [...(groups[0]?.orderIds ?? []), ...(groups[2]?.orderIds ?? [])])
  const plan = await planned(world, [...wanted, { groupId: shared.id, endsAt: Date.now() + 1.5 * HOUR }])
  expect(plan.rows.map(({ groupName }) => groupName)).toEqual(['G1', 'Shared', 'G2', 'G3'])
  const run = await paid(world, plan)
  expect(statuses(run)).toEqual(['renewed', 'asks', 'renewed', 'renewed'])
  expect(kinds(row(run, 1).findings)).toContain('renewed-lately')
  expect(world.paid()).toBe(3)
})

test('a group that was renewed elsewhere since the plan is asked about, although a window showed its new end', async () => {
  const { world, groups, wanted } = await due(2)
  const plan = await planned(world, wanted)
  const orderId = groups[0]?.orderIds[0] ?? ''
  for (const address of world.books.account(KEY)?.orders.get(orderId)?.addresses ?? []) {
    address.end += 30 * 24 * HOUR
  }
  await world.core.orders.refresh(world.accountId)
  world.core.orders.allShown(world.accountId)
  const run = await paid(world, plan)
  expect(statuses(run)).toEqual(['asks', 'renewed'])
  expect(kinds(row(run, 0).findings)).toEqual(['end-moved'])
})

test('a group that was edited or deleted since is not paid, and the rest goes on', async () => {
  const { world, groups, wanted } = await due(4)
  const plan = await planned(world, wanted)
  world.group('G1', [...(groups[0]?.orderIds ?? []), ...(groups[3]?.orderIds ?? [])], { id: idOf(groups[0]) })
  expect(world.core.groups.delete(idOf(groups[1])).ok).toBe(true)
  const run = await paid(world, plan)
  expect(statuses(run)).toEqual(['changed', 'changed', 'renewed', 'renewed'])
  expect(row(run, 0).words).toMatch(/was changed since its price was read\. Nothing was sent/)
  expect(row(run, 1).words).toMatch(/not there any more\. Nothing was sent/)
  expect(world.paid()).toBe(2)
})

test('a click in the window on the group that the run is renewing joins it', async () => {
  const { world, groups, wanted } = await due(2)
  const plan = await planned(world, wanted)
  const held = world.fault({ kind: 'none', hold: 'beforeReply' })
  const pressed = paid(world, plan)
  await held.reached
  const click = world.core.renewals.start(idOf(groups[0]), 'window')
  held.release()
  const run = await pressed
  expect(await click).toMatchObject({ value: { renewal: { intent: { id: row(run, 0).renewalId } } } })
  expect(world.paid()).toBe(2)
})

test('a group that a click is renewing when its turn comes is joined', async () => {
  const { world, groups, wanted } = await due(2)
  const plan = await planned(world, wanted)
  const held = world.fault({ kind: 'none', hold: 'beforeReply' })
  const click = world.core.renewals.start(idOf(groups[0]), 'window')
  await held.reached
  const pressed = paid(world, plan)
  held.release()
  const run = await pressed
  expect(await click).toMatchObject({ value: { renewal: { intent: { id: row(run, 0).renewalId } } } })
  expect(statuses(run)).toEqual(['renewed', 'renewed'])
  expect(world.paid()).toBe(2)
})

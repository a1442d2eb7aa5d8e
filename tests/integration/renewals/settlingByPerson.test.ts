/** An `unknown` that a person has a hand in: the rest of it, their word, a new start, an account that is gone. */
import { expect, test } from 'vitest'
import { DAY, money } from '../../support/domain.ts'
import { groupOf, KEY, openTestWorld, orders } from '../../support/world.ts'
import { checked, looked, lost, minutes, moveEnds, outcomeOf } from './settlingSteps.ts'

test('a part moved: unknown, and only the rest is renewed, after a question that names the sum', async () => {
  const world = await openTestWorld()
  const group = world.group('Two', [orders.IPv4, orders.IPv4two])
  const { id } = await lost(world, group, false, () => moveEnds(world, orders.IPv4, 30 * DAY))
  const row = await checked(world, id)
  expect(outcomeOf(row)).toBe('unknown')
  expect(row.check?.orders).toMatchObject([{ movement: 'moved' }, { movement: 'unmoved' }])
  const answer = await world.core.startRest(id)
  if (!answer.ok || answer.value.kind !== 'asks') return expect.unreachable('it did not ask')
  const { question } = answer.value
  expect(question).toMatchObject({ orderCount: 1, price: money(1.4) })
  expect(question.findings).toContainEqual(
    expect.objectContaining({
      kind: 'unknown-before',
      renewalId: id,
      orderIds: [orders.IPv4two],
      sum: money(4.2),
    }),
  )
  expect(world.paid()).toBe(1)
  const rest = await world.anyway(question)
  expect(rest.result?.outcome).toBe('renewed')
  expect(rest.intent.request.orderIds).toEqual([orders.IPv4two])
  expect(world.books.paid).toMatchObject([{ orderIds: [orders.IPv4two], price: 14_000 }])
  expect(world.paid()).toBe(2)
  expect(world.core.groups.list().find(({ id: of }) => of === group.id)?.orderIds).toEqual(group.orderIds)
})

test('there is no rest of a renewal of which nothing moved, or all', async () => {
  const world = await openTestWorld()
  const none = await lost(world, groupOf(world, 'IPv4'), false)
  await looked(world, none.id)
  expect(await world.core.startRest(none.id)).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  const all = await lost(world, groupOf(world, 'ISP'), true)
  expect(outcomeOf(await checked(world, all.id))).toBe('renewed')
  expect(await world.core.startRest(all.id)).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  expect(world.paid()).toBe(2)
})

test('what a person decides stands, with the evidence of that moment beside it', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  const { id } = await lost(world, group, false, () => world.books.topUp(KEY, '-2.80'))
  const { check } = await checked(world, id)
  // A word that the evidence would not have given.
  expect(world.core.settle(id, 'it-did-not')).toMatchObject({ ok: true })
  const row = world.store.journal.get(id)
  expect(row).toMatchObject({ settlement: { outcome: 'not renewed', by: 'person' }, check })
  const evidence = row?.settlement?.evidence.join('\n') ?? ''
  expect(evidence).toContain('Balance before: $100.00; now: $97.20.')
  expect(evidence).toContain('Quoted price: $2.80.')
  expect(evidence).toMatch(/Order 1000000000000000001: ended .* before, .* now\./)
  // What comes to light later changes nothing about it.
  moveEnds(world, orders.IPv4, 30 * DAY)
  minutes(world, 20)
  expect(await checked(world, id)).toEqual(row)
  await world.restart()
  expect(world.store.journal.get(id)).toEqual(row)
  expect(world.settled).toEqual([])
})

test('a person is faster than the read under way', async () => {
  const world = await openTestWorld()
  const { id } = await lost(world, groupOf(world, 'IPv4'), false)
  await looked(world, id)
  moveEnds(world, orders.IPv4, 30 * DAY)
  const held = world.faults.plan({ endpoint: 'ipAddress', kind: 'none', hold: 'beforeReply' })
  const asking = world.core.settling.check(id)
  await held.reached
  expect(world.core.settle(id, 'it-did-not').ok).toBe(true)
  held.release()
  expect(await asking).toMatchObject({ ok: true, value: { settlement: { by: 'person' } } })
  expect(world.store.journal.get(id)?.settlement).toMatchObject({ outcome: 'not renewed', by: 'person' })
  expect(world.settled).toEqual([])
})

test('a new start counts the 15 minutes anew', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  const { id } = await lost(world, group, false)
  await looked(world, id)
  minutes(world, 14)
  expect(outcomeOf(await checked(world, id))).toBe('unknown')
  await world.restart()
  expect(world.core.settling.watching()).toBe(1)
  for (const passed of [0, 2, 12.5]) {
    minutes(world, passed)
    expect(outcomeOf(await checked(world, id))).toBe('unknown')
  }
  expect((await world.asked(group)).findings).toMatchObject([{ kind: 'unknown-before' }])
  minutes(world, 1)
  expect(outcomeOf(await checked(world, id))).toBe('not renewed')
  expect(world.paid()).toBe(1)
})

test('what was carried out before a new start is settled by the first look after it', async () => {
  const world = await openTestWorld({ settles: false })
  const { id } = await lost(world, groupOf(world, 'IPv4'), true)
  await looked(world, id)
  expect(world.settled).toEqual([])
  world.switches.failSettle = false
  await world.restart()
  await expect.poll(() => world.settled.length).toBe(1)
  expect(world.store.journal.get(id)?.settlement).toMatchObject({ outcome: 'renewed', by: 'evidence' })
  expect(world.paid()).toBe(1)
})

test('a wall clock that is set by a day shortens nothing', async () => {
  const world = await openTestWorld()
  const { id } = await lost(world, groupOf(world, 'IPv4'), false)
  await looked(world, id)
  for (const jump of [DAY, -DAY, 0]) {
    world.switches.wallJump = jump
    expect(outcomeOf(await checked(world, id))).toBe('unknown')
  }
  minutes(world, 15.1)
  expect(outcomeOf(await checked(world, id))).toBe('not renewed')
})

test('without its account it stays unknown, and Check again says why', async () => {
  const world = await openTestWorld()
  const { id } = await lost(world, groupOf(world, 'IPv4'), false)
  await looked(world, id)
  expect(await world.core.accounts.remove(world.accountId, true)).toMatchObject({ ok: true })
  minutes(world, 60)
  const requests = world.vendor.requests.length
  expect(await world.core.settling.check(id)).toEqual({
    ok: false,
    error: {
      kind: 'not-found',
      message:
        'The account Main was removed, so its orders cannot be read. Look at the vendor’s site and decide yourself.',
    },
  })
  expect(world.vendor.requests).toHaveLength(requests)
  expect(world.store.journal.get(id)?.settlement).toBeNull()
  expect(world.core.settle(id, 'it-did-not')).toMatchObject({ ok: true })
})

/** An `unknown` against the vendor's truth: what the evidence makes of it, and what it leaves to a person. */
import { expect, test } from 'vitest'
import { DAY, money } from '../../support/domain.ts'
import { groupOf, KEY, openTestWorld, orders } from '../../support/world.ts'
import { checked, looked, lost, minutes, moveEnds, outcomeOf, vendorOrder } from './settlingSteps.ts'

test('carried out and lost: renewed by the first look, paid once, and the evidence is kept', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  const { id } = await lost(world, group, true)
  await expect.poll(() => world.settled.length).toBe(1)
  const row = world.store.journal.get(id)
  expect(row?.settlement).toMatchObject({ outcome: 'renewed', by: 'evidence' })
  const evidence = row?.settlement?.evidence.join('\n') ?? ''
  expect(evidence).toContain('The balance fell by the quoted price of $2.80.')
  expect(evidence).toMatch(/Order 1000000000000000001: ended .* before, .* now: moved on by the period\./)
  expect(row?.endsAfter).toEqual([{ orderId: orders.IPv4, endsAt: world.books.endOf(KEY, orders.IPv4) }])
  expect(row?.result?.outcome).toBe('unknown')
  await world.restart()
  expect(world.store.journal.get(id)).toEqual(row)
  expect(world.core.settling.watching()).toBe(0)
  expect((await world.asked(group)).findings).toMatchObject([{ kind: 'renewed-lately' }])
  expect(world.paid()).toBe(1)
  expect(world.books.paid).toHaveLength(1)
})

test('not carried out: unknown for 15 minutes, then not renewed, and the next click goes straight on', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  const { id } = await lost(world, group, false)
  await looked(world, id)
  for (const passed of [0, 5, 9]) {
    minutes(world, passed)
    expect(outcomeOf(await checked(world, id))).toBe('unknown')
  }
  expect((await world.asked(group)).findings).toMatchObject([{ kind: 'unknown-before', sum: money(2.8) }])
  minutes(world, 1.1)
  const row = await checked(world, id)
  expect(row.settlement).toMatchObject({ outcome: 'not renewed', by: 'evidence' })
  expect(row.settlement?.evidence.join('\n')).toContain('it did not change')
  expect(world.settled.map(({ intent }) => intent.id)).toEqual([id])
  expect(world.paid()).toBe(1)
  expect((await world.renew(group)).result?.outcome).toBe('renewed')
  expect(world.paid()).toBe(2)
  expect(world.books.paid).toHaveLength(1)
})

test('one reading settles nothing, however late: the second comes 5 minutes after it', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  const { id } = await lost(world, group, false, () => {
    world.books.available = false
  })
  const unread = await world.core.settling.check(id)
  expect(unread).toMatchObject({ ok: false, error: { kind: 'vendor' } })
  world.books.available = true
  minutes(world, 60)
  expect(outcomeOf(await checked(world, id))).toBe('unknown')
  minutes(world, 4.9)
  expect(outcomeOf(await checked(world, id))).toBe('unknown')
  minutes(world, 0.2)
  expect(outcomeOf(await checked(world, id))).toBe('not renewed')
})

test('a balance that fell by the price while no end moved stays unknown', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  // A purchase on the vendor's site of exactly the quoted price.
  const { id } = await lost(world, group, false, () => world.books.topUp(KEY, '-2.80'))
  await looked(world, id)
  for (const passed of [0, 5, 10, 15, 30, 600, 3 * 24 * 60]) {
    minutes(world, passed)
    const row = await checked(world, id)
    expect(outcomeOf(row), `after ${passed} more minutes`).toBe('unknown')
    expect(row.check?.notes.join(' ')).toContain('$2.80 is missing from the balance and nothing explains it')
  }
  expect(world.settled).toEqual([])
  const question = await world.asked(group)
  expect(question.findings).toContainEqual(
    expect.objectContaining({ kind: 'unknown-before', renewalId: id, sum: money(2.8) }),
  )
  expect(world.paid()).toBe(1)
  expect(world.books.paid).toEqual([])
})

test('a purchase after the first look stays unknown too, even when the money comes back', async () => {
  const world = await openTestWorld()
  const { id } = await lost(world, groupOf(world, 'IPv4'), false)
  await looked(world, id)
  world.books.topUp(KEY, '-2.80')
  minutes(world, 16)
  expect(outcomeOf(await checked(world, id))).toBe('unknown')
  world.books.topUp(KEY, '2.80')
  for (const passed of [1, 20, 60]) {
    minutes(world, passed)
    expect(outcomeOf(await checked(world, id))).toBe('unknown')
  }
})

test('a top-up in between: not carried out is waited for anew, 15 minutes of the same balance', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  const { id } = await lost(world, group, false)
  await looked(world, id)
  world.books.topUp(KEY, '50.00')
  for (const passed of [6, 9.5, 5]) {
    minutes(world, passed)
    const row = await checked(world, id)
    expect(outcomeOf(row)).toBe('unknown')
    expect(row.check?.notes.join(' ')).toContain('money came in, behind which a charge could hide')
  }
  minutes(world, 1)
  expect(outcomeOf(await checked(world, id))).toBe('not renewed')
})

test('a top-up in between: carried out is renewed all the same', async () => {
  const world = await openTestWorld()
  const { id } = await lost(world, groupOf(world, 'IPv4'), true, () => world.books.topUp(KEY, '50.00'))
  expect(outcomeOf(await checked(world, id))).toBe('renewed')
  expect(world.paid()).toBe(1)
})

for (const firstActs of [true, false]) {
  test(`two unknowns at once, of which the ${firstActs ? 'first' : 'second'} was carried out`, async () => {
    const world = await openTestWorld({ settles: false })
    const first = await lost(world, groupOf(world, 'IPv4'), firstActs)
    const second = await lost(world, groupOf(world, 'ISP'), !firstActs)
    await looked(world, first.id)
    await looked(world, second.id)
    world.switches.failSettle = false
    const [done, not] = firstActs ? [first, second] : [second, first]
    expect(outcomeOf(await checked(world, done.id))).toBe('renewed')
    expect(outcomeOf(await checked(world, not.id))).toBe('unknown')
    minutes(world, 14)
    expect(outcomeOf(await checked(world, not.id))).toBe('unknown')
    minutes(world, 6)
    expect(outcomeOf(await checked(world, not.id))).toBe('not renewed')
    expect(outcomeOf(await checked(world, done.id))).toBe('renewed')
    expect(world.books.paid).toHaveLength(1)
    expect(world.paid()).toBe(2)
  })
}

test('a vendor that carries it out minutes later: unknown until then, and then renewed', async () => {
  const world = await openTestWorld({ paidLimitMs: 200 })
  const group = groupOf(world, 'IPv4')
  const planned = world.fault({ kind: 'none', hold: 'beforeActing' })
  const { intent, result } = await world.renew(group)
  expect(result?.outcome).toBe('unknown')
  await looked(world, intent.id)
  minutes(world, 14)
  expect(outcomeOf(await checked(world, intent.id))).toBe('unknown')
  planned.release()
  await expect.poll(() => world.books.paid.length).toBe(1)
  minutes(world, 2)
  expect(outcomeOf(await checked(world, intent.id))).toBe('renewed')
  expect(world.paid()).toBe(1)
})

test('a vendor that charges first and moves the ends later is waited for', async () => {
  const world = await openTestWorld()
  const { id } = await lost(world, groupOf(world, 'IPv4'), false, () => world.books.topUp(KEY, '-2.80'))
  minutes(world, 60)
  expect(outcomeOf(await checked(world, id))).toBe('unknown')
  moveEnds(world, orders.IPv4, 30 * DAY)
  const row = await checked(world, id)
  expect(outcomeOf(row)).toBe('renewed')
  expect(row.settlement?.evidence.join('\n')).toContain('The balance fell by the quoted price of $2.80.')
})

test('orders extended elsewhere while the balance did not fall', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  const { id } = await lost(world, group, false, () => moveEnds(world, orders.IPv4, 30 * DAY))
  const row = await checked(world, id)
  expect(row.settlement).toMatchObject({ outcome: 'renewed', by: 'evidence' })
  expect(row.settlement?.evidence.join('\n')).toContain('Extended, perhaps not by this request')
  expect(world.books.paid).toEqual([])
  expect((await world.asked(group)).findings).toMatchObject([{ kind: 'renewed-lately' }])
  expect(world.paid()).toBe(1)
})

test('an order extended by another period proves nothing', async () => {
  const world = await openTestWorld()
  const { id } = await lost(world, groupOf(world, 'IPv4'), false, () =>
    moveEnds(world, orders.IPv4, 60 * DAY),
  )
  for (const passed of [0, 20, 60]) {
    minutes(world, passed)
    const row = await checked(world, id)
    expect(outcomeOf(row)).toBe('unknown')
    expect(row.check?.orders).toMatchObject([{ movement: 'odd' }])
  }
})

for (const [acts, passed, outcome] of [
  [true, 0, 'renewed'],
  [false, 16, 'not renewed'],
] as const) {
  test(`an order that had lapsed: ${outcome}`, async () => {
    const end = Date.now() - 2 * DAY
    const seeds = [{ id: '77', type: 'IPv4' as const, end }]
    const world = await openTestWorld({ account: { orders: seeds } })
    const { id } = await lost(world, world.group('Lapsed', ['77']), acts)
    expect(vendorOrder(world, '77').addresses[0]?.end === end).toBe(!acts)
    await looked(world, id)
    minutes(world, passed)
    expect(outcomeOf(await checked(world, id))).toBe(outcome)
  })
}

test('an order that is not in the list proves nothing; once it is back it is waited for anew', async () => {
  const world = await openTestWorld()
  const group = world.group('Two', [orders.IPv4, orders.IPv4two])
  const hidden = vendorOrder(world, orders.IPv4two)
  const list = world.books.account(KEY)?.orders
  const { id } = await lost(world, group, false, () => list?.delete(hidden.id))
  for (const passed of [0, 16, 60]) {
    minutes(world, passed)
    const row = await checked(world, id)
    expect(outcomeOf(row)).toBe('unknown')
    expect(row.check?.orders).toMatchObject([
      { movement: 'unmoved' },
      { movement: 'unreadable', endsAt: null },
    ])
  }
  list?.set(hidden.id, hidden)
  expect(outcomeOf(await checked(world, id))).toBe('unknown')
  minutes(world, 5.1)
  expect(outcomeOf(await checked(world, id))).toBe('not renewed')
})

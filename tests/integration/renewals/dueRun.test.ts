/** `Renew all due` on real parts: the plan, and what one press of `Pay` stands for. */
import { expect, test } from 'vitest'
import { kinds, money } from '../../support/domain.ts'
import {
  due,
  idOf,
  paid,
  paidOrders,
  planned,
  press,
  priceRises,
  row,
  statuses,
} from '../../support/dueBench.ts'
import { KEY } from '../../support/world.ts'

const HOUR = 3_600_000

test('12 groups due, funds for 9: the plan says so, pays exactly 9 in their order, stops and says why', async () => {
  const { world, groups, wanted } = await due(12, '13.00')
  const plan = await planned(world, wanted)
  expect(world.paid()).toBe(0)
  expect(plan.rows.map(({ groupName }) => groupName)).toEqual(groups.map(({ name }) => name))
  expect(plan.rows.map(({ covered }) => covered)).toEqual([...Array(9).fill(true), ...Array(3).fill(false)])
  expect(plan.rows.slice(0, 3).map(({ balanceAfter }) => balanceAfter)).toEqual([
    money(11.6),
    money(10.2),
    money(8.8),
  ])
  expect(plan).toMatchObject({ count: 9, sums: [money(12.6)], paid: [], stops: [] })
  expect(plan.accounts).toMatchObject([
    { balanceBefore: money(13), balanceAfter: money(0.4), balanceNow: money(13), sums: [money(12.6)] },
  ])

  const run = await paid(world, plan)
  expect(paidOrders(world)).toEqual(groups.slice(0, 9).flatMap(({ orderIds }) => orderIds))
  expect(world.books.paid).toHaveLength(9)
  expect(statuses(run)).toEqual([...Array(9).fill('renewed'), 'short', 'not-tried', 'not-tried'])
  expect(run.paid).toEqual([money(12.6)])
  expect(run.accounts[0]?.balanceNow).toEqual(money(0.4))
  expect(run.stops).toMatchObject([{ kind: 'funds', accountId: world.accountId, groupId: groups[9]?.id }])
  expect(run.stops[0]?.words).toContain('does not cover “G10” ($1.40, with $0.40 left)')
  expect(row(run, 11).words).toBe(run.stops[0]?.words)
  // Each is a renewal like any other: in the journal, told to the desktop.
  expect(world.told.map(({ intent }) => intent.source)).toEqual(Array(9).fill('batch'))
  expect(row(run, 8).renewalId).toBe(world.told[8]?.intent.id)
})

test('groups that a person selected are planned and paid the same way, due or not; what is not selected is not asked for', async () => {
  const { world, groups } = await due(4)
  const [first, , third] = groups
  const gone = world.group('Gone', ['7000000'])
  world.core.groups.delete(gone.id)
  const ids = [idOf(third), idOf(first), idOf(third), gone.id]
  const plan = await world.core.planSelected(ids)
  if (!plan.ok) return expect.unreachable(plan.error.message)
  expect(plan.value).toMatchObject({ kind: 'selected', scope: null, count: 2, sums: [money(2.8)] })
  expect(plan.value.rows.map(({ groupId }) => groupId)).toEqual([idOf(first), idOf(third)])
  expect(plan.value.rows.map(({ endsAt }) => endsAt)).not.toContain(null)
  const run = await paid(world, plan.value)
  expect(statuses(run)).toEqual(['renewed', 'renewed'])
  expect(paidOrders(world)).toEqual([...(first?.orderIds ?? []), ...(third?.orderIds ?? [])])
  expect(await world.core.planSelected([gone.id])).toMatchObject({
    ok: false,
    error: {
      kind: 'not-found',
      message: 'None of the selected groups is there any more. Nothing was asked or paid.',
    },
  })
})

test('Pay pressed twice, or with an old button, pays once', async () => {
  const { world, groups, wanted } = await due(2)
  const plan = await planned(world, wanted)
  const off = world.core.dueRuns.include(plan.id, idOf(groups[1]), false)
  if (!off.ok) return expect.unreachable(off.error.message)
  expect(off.value).toMatchObject({ count: 1, sums: [money(1.4)] })
  expect(off.value.confirmation?.expiresAt).toBe(plan.confirmation?.expiresAt)
  // The button of before named another sum.
  expect(await press(world, plan)).toMatchObject({ ok: false, error: { kind: 'expired' } })
  const answers = await Promise.all([press(world, off.value), press(world, off.value)])
  expect(answers.map(({ ok }) => ok)).toEqual([true, false])
  expect(await press(world, off.value)).toMatchObject({ error: { kind: 'expired' } })
  expect(world.core.dueRuns.state()?.rows.map(({ status }) => status)).toEqual(['ended', 'left-out'])
  expect(world.paid()).toBe(1)
})

test.each(['wallJump', 'passed'] as const)(
  'Pay after five minutes (%s) pays nothing and says so',
  async (by) => {
    const { world, wanted } = await due(2)
    const plan = await planned(world, wanted)
    world.switches[by] = 5 * 60_000 + 1000
    expect(await press(world, plan)).toMatchObject({
      ok: false,
      error: {
        kind: 'expired',
        message: expect.stringMatching(/older than five minutes\. Nothing was sent/),
      },
    })
    world.switches[by] = 0
    expect(await press(world, plan)).toMatchObject({ ok: false, error: { kind: 'expired' } })
    expect(world.core.dueRuns.state()).toMatchObject({
      phase: 'ended',
      stops: [{ kind: 'expired' }],
      paid: [],
    })
    expect(world.paid()).toBe(0)
  },
)

test('the five minutes are those of the pressing: a run that takes longer is paid to its end', async () => {
  const { world, wanted } = await due(3, '100.00', { paidLimitMs: 600_000 })
  const plan = await planned(world, wanted)
  world.switches.passed = 4 * 60_000
  const held = world.fault({ kind: 'none', hold: 'beforeReply' })
  const pressed = paid(world, plan)
  await held.reached
  world.switches.passed += 2 * 60_000
  held.release()
  expect(statuses(await pressed)).toEqual(['renewed', 'renewed', 'renewed'])
  expect(world.paid()).toBe(3)
})

test('a night slept through in the middle is no reason to go on paying in the morning', async () => {
  const { world, wanted } = await due(3)
  const plan = await planned(world, wanted)
  const held = world.fault({ kind: 'none', hold: 'beforeReply' })
  const pressed = paid(world, plan)
  await held.reached
  world.switches.wallJump = 8 * HOUR
  held.release()
  const run = await pressed
  expect(statuses(run).slice(1)).toEqual(['not-tried', 'not-tried'])
  expect(world.paid()).toBe(1)
})

test('a group whose quote is refused says why in the vendor’s words, cannot be ticked, and is not paid', async () => {
  const { world, groups, wanted } = await due(3)
  world.books.account(KEY)?.orders.delete(groups[1]?.orderIds[0] ?? '')
  const plan = await planned(world, wanted)
  expect(row(plan, 1)).toMatchObject({ status: 'no-price', included: false, price: null })
  expect(row(plan, 1).words).toMatch(/The vendor refuses to renew it: “.+” \(error 29\)\. Check the group/)
  expect(world.core.dueRuns.include(plan.id, idOf(groups[1]), true)).toMatchObject({
    error: { kind: 'no-price' },
  })
  expect(plan.sums).toEqual([money(2.8)])
  const run = await paid(world, plan)
  expect(statuses(run)).toEqual(['renewed', 'no-price', 'renewed'])
  // Looking alone leaves no rows behind.
  expect(world.told).toHaveLength(2)
})

test('a plan pays and journals nothing; Cancel leaves nothing to press', async () => {
  const { world, wanted } = await due(2)
  const plan = await planned(world, wanted)
  expect(world.told).toEqual([])
  world.core.dueRuns.cancel(plan.id)
  expect(world.core.dueRuns.state()).toBeNull()
  expect(await press(world, plan)).toMatchObject({ ok: false, error: { kind: 'expired' } })
  expect(world.paid()).toBe(0)
})

test('a plan’s price counts as shown only where none was: no rise passes for seen, and a first price is one to compare with', async () => {
  const { world, groups, wanted } = await due(2)
  const [known, fresh] = groups
  if (!known || !fresh) return expect.unreachable()
  world.core.groups.priceShown(known.id, money(1.2))
  const plan = await planned(world, wanted)
  expect(kinds(row(plan, 0).findings)).toEqual(['price-rose'])
  expect(row(plan, 1).findings).toEqual([])
  expect(world.core.groups.lastPrice(known.id)).toEqual(money(1.2))
  expect(world.core.groups.lastPrice(fresh.id)).toEqual(money(1.4))
  world.core.dueRuns.cancel(plan.id)
  priceRises(world, fresh)
  expect(kinds((await world.asked(fresh)).findings)).toEqual(['price-rose'])
  expect(world.paid()).toBe(0)
})

test('a limit for the day is told as each turn will find it, and agreed to by the plan', async () => {
  const { world, groups, wanted } = await due(4)
  world.core.accounts.update(world.accountId, { dayLimit: '3' })
  const plan = await planned(world, wanted)
  const days = plan.rows.map(({ findings }) => findings.map((finding) => 'sum' in finding && finding.sum))
  expect(days).toEqual([[], [], [money(4.2)], [money(5.6)]])
  // One that is not paid makes the sums after it smaller: that is no more than was agreed to.
  priceRises(world, groups[1])
  const run = await paid(world, plan)
  expect(statuses(run)).toEqual(['renewed', 'asks', 'renewed', 'renewed'])
  expect(world.paid()).toBe(3)
})

test('a limit for the day that something else used up meanwhile asks again', async () => {
  const { world, groups, wanted } = await due(3)
  world.core.accounts.update(world.accountId, { dayLimit: '1.40' })
  const plan = await planned(
    world,
    wanted.filter(({ groupId }) => groupId !== groups[2]?.id),
  )
  await world.renew(groups[2] ?? expect.unreachable())
  // The second comes to the sum that was agreed to for it all the same, because the first was not paid.
  expect(statuses(await paid(world, plan))).toEqual(['asks', 'renewed'])
  expect(world.paid()).toBe(2)
})

test('a wait that the vendor asks for while prices are read is kept to, told, and followed by the same quote', async () => {
  const { world, wanted } = await due(2)
  world.faults.plan({ endpoint: 'calculate/extend/order', kind: 'tooMany', retryAfter: 1 })
  const pressed = planned(world, wanted)
  await expect.poll(() => world.core.dueRuns.state()?.waitsUntil ?? null).not.toBeNull()
  const plan = await pressed
  expect(plan.waitsUntil).toBeNull()
  expect(plan.rows.map(({ status }) => status)).toEqual(['priced', 'priced'])
})

test('two accounts: each pays from its own, and the one that is short does not hold up the other', async () => {
  const { world, groups, wanted } = await due(3, '1.50')
  world.books.addAccount({ key: 'second-key-0000', balance: '9.00', orders: [{ id: '99', type: 'ISP' }] })
  const apiUrl = world.vendor.url.replace('127.0.0.1', 'localhost')
  const connected = await world.core.accounts.connect({
    name: 'Second',
    key: 'second-key-0000',
    apiUrl,
    addressConfirmed: true,
    sessionOnly: true,
  })
  if (!connected.ok) return expect.unreachable(connected.error.message)
  const { accountId } = connected.value
  const other = world.group('Other', ['99'], { accountId, proxyType: 'ISP' })
  const plan = await planned(world, [...wanted, { groupId: other.id, endsAt: null }])
  expect(plan.rows.map(({ covered }) => covered)).toEqual([true, false, false, true])
  expect(plan.accounts.map(({ accountName, sums }) => [accountName, sums])).toEqual([
    ['Main', [money(1.4)]],
    ['Second', [money(2.1)]],
  ])
  const run = await paid(world, plan)
  expect(statuses(run)).toEqual(['renewed', 'short', 'not-tried', 'renewed'])
  expect(run.stops).toMatchObject([{ kind: 'funds', accountId: world.accountId, groupId: groups[1]?.id }])
  expect(run.paid).toEqual([money(3.5)])
})

test('a plan called off before its turn, behind a renewal under way, asks the vendor nothing when the turn comes', async () => {
  const { world, groups, wanted } = await due(3)
  const [first, second] = groups
  const held = world.fault({ kind: 'none', hold: 'beforeReply' })
  const renewing = world.renew(first ?? expect.unreachable())
  await held.reached
  const quotes = () => world.vendor.requests.filter(({ endpoint }) => endpoint === 'calculate/extend/order')
  const planning = world.core.dueRuns.plan(wanted)
  const { id } = world.core.dueRuns.state() ?? expect.unreachable('no plan')
  // Its first look stands in the account's lane by now.
  await new Promise((resolve) => setImmediate(resolve))
  world.core.dueRuns.cancel(id)
  expect(await planning).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
  held.release()
  expect((await renewing).result?.outcome).toBe('renewed')
  // What comes after it in the lane has its turn, so the plan's has passed.
  await world.renew(second ?? expect.unreachable())
  expect(quotes().map(({ body }) => JSON.parse(body).orderIds)).toEqual([first?.orderIds, second?.orderIds])
})

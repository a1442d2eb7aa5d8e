/** `Renew all due` on real parts: what the vendor was asked to be paid for is counted at the vendor. */
import { expect, test } from 'vitest'
import type { FaultPlan } from '../../../src/main/practice/faults.ts'
import type { OrderSeed } from '../../../src/main/practice/stock.ts'
import { type DueRow, type DueRun, dueRunSchema } from '../../../src/shared/domain/dueRun.ts'
import type { Group } from '../../../src/shared/domain/group.ts'
import { kinds, money } from '../../support/domain.ts'
import { KEY, openTestWorld, type TestWorld, type WorldOptions } from '../../support/world.ts'

const HOUR = 3_600_000

/** So many groups of one order each, at $1.40, due one hour after the other; the last saved ends first. */
async function due(count: number, balance = '100.00', options: WorldOptions = {}) {
  const now = Date.now()
  const seeds: OrderSeed[] = Array.from({ length: count }, (_, at) => ({
    id: `${7_000_000 + at}`,
    type: 'IPv4',
    end: now + (count - at) * HOUR,
  }))
  const world = await openTestWorld({ ...options, account: { orders: seeds, balance, ...options.account } })
  const groups = seeds.map(({ id }, at) => world.group(`G${count - at}`, [id])).reverse()
  const wanted = seeds.map(({ end = null }, at) => ({
    groupId: groups[count - 1 - at]?.id ?? '',
    endsAt: end,
  }))
  return { world, groups, wanted }
}

type Wanted = Awaited<ReturnType<typeof due>>['wanted']

async function planned(world: TestWorld, wanted: Wanted): Promise<DueRun> {
  const plan = await world.core.dueRuns.plan(wanted)
  if (!plan.ok) return expect.unreachable(plan.error.message)
  expect(dueRunSchema.safeParse(plan.value).error).toBeUndefined()
  expect(plan.value).toEqual(world.core.dueRuns.state())
  expect(plan.value.phase).toBe('asking')
  return plan.value
}

function press(world: TestWorld, plan: DueRun) {
  return world.core.dueRuns.pay(plan.confirmation?.id ?? expect.unreachable('nothing to press'))
}

async function paid(world: TestWorld, plan: DueRun): Promise<DueRun> {
  const run = await press(world, plan)
  if (!run.ok) return expect.unreachable(run.error.message)
  expect(dueRunSchema.safeParse(run.value).error).toBeUndefined()
  expect(run.value.phase).toBe('ended')
  return run.value
}

/** Orders that the vendor was asked to be paid for, in the order of asking. */
function paidOrders(world: TestWorld): string[] {
  return world.vendor.paidRequests().flatMap(({ body }) => JSON.parse(body).orderIds as string[])
}

const statuses = (run: DueRun): string[] => run.rows.map(({ status, outcome }) => outcome ?? status)
const row = (run: DueRun, at: number): DueRow => run.rows[at] ?? expect.unreachable('no such row')
const idOf = (group: Group | undefined): string => group?.id ?? expect.unreachable('no such group')

/** One address more: the order costs twice as much. */
function priceRises(world: TestWorld, group: Group | undefined): void {
  const order = world.books.account(KEY)?.orders.get(group?.orderIds[0] ?? '')
  const [address] = order?.addresses ?? []
  if (!order || !address) throw new Error('no such order')
  order.addresses.push({ ...address, id: '3000000000000000009' })
}

/** A refusal at the payment, with nothing taken, as the vendor's samples show it. */
function refusal(code: number): FaultPlan {
  const error = { code, message: `Words of ${code}` }
  const change = () => ({
    success: false,
    rentPeriodDays: 0,
    quantity: 0,
    balance: 100,
    currency: 'USD',
    error,
  })
  return { kind: 'odd', acts: false, change }
}

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

test('money that came in meanwhile is not spent on what the button did not name', async () => {
  const { world, wanted } = await due(3, '3.00')
  const plan = await planned(world, wanted)
  world.books.topUp(KEY, '50.00')
  const run = await paid(world, plan)
  expect(statuses(run)).toEqual(['renewed', 'renewed', 'short'])
  expect(world.paid()).toBe(2)
})

test('money that went away meanwhile stops it, by the guard, with nothing sent', async () => {
  const { world, wanted } = await due(3, '100.00')
  const plan = await planned(world, wanted)
  const account = world.books.account(KEY) ?? expect.unreachable('no account')
  account.balance = 20_000
  const run = await paid(world, plan)
  expect(statuses(run)).toEqual(['renewed', 'short', 'not-tried'])
  expect(run.stops).toMatchObject([{ kind: 'funds' }])
  expect(run.stops[0]?.words).toContain('any more ($1.40, with $0.60 left)')
  expect(world.paid()).toBe(1)
})

test.each([
  [16, 'funds'],
  [2, 'key'],
] as const)('a refusal %i at the payment stops it: %s', async (code, kind) => {
  const { world, wanted } = await due(3)
  const plan = await planned(world, wanted)
  world.fault(refusal(code))
  const run = await paid(world, plan)
  expect(statuses(run)).toEqual(['refused', 'not-tried', 'not-tried'])
  expect(run.stops).toMatchObject([{ kind, accountId: world.accountId }])
  expect(run.paid).toEqual([])
  expect(world.paid()).toBe(1)
})

test('another refusal is that group’s alone', async () => {
  const { world, wanted } = await due(3)
  const plan = await planned(world, wanted)
  world.fault(refusal(29))
  const run = await paid(world, plan)
  expect(statuses(run)).toEqual(['refused', 'renewed', 'renewed'])
  expect(run.stops).toEqual([])
})

test('an unknown outcome stops it: one paid request, the rest not tried', async () => {
  const { world, wanted } = await due(4, '100.00', { settles: false })
  const plan = await planned(world, wanted)
  world.fault({ kind: 'resetAfterActing' })
  const run = await paid(world, plan)
  expect(statuses(run)).toEqual(['unknown', 'not-tried', 'not-tried', 'not-tried'])
  expect(run.stops).toMatchObject([{ kind: 'unknown', accountId: null }])
  expect(row(run, 3).words).toMatch(/The outcome of “G1” is not known/)
  expect(world.paid()).toBe(1)
  // Whoever plans anew finds its orders locked, and the rest free.
  const again = await planned(world, wanted)
  expect(again.rows.map(({ included }) => included)).toEqual([false, true, true, true])
  expect(kinds(row(again, 0).findings)).toContain('unknown-before')
  expect(again.sums).toEqual([money(4.2)])
  expect(statuses(await paid(world, again))).toEqual(['left-out', 'renewed', 'renewed', 'renewed'])
  expect(world.paid()).toBe(4)
})

test('a disk that refuses an outcome stops it before anything more is paid', async () => {
  const { world, wanted } = await due(3)
  const plan = await planned(world, wanted)
  world.switches.failFinish = true
  const run = await paid(world, plan)
  expect(statuses(run)).toEqual(['renewed', 'not-tried', 'not-tried'])
  expect(run.stops).toMatchObject([{ kind: 'disk' }])
  expect(world.paid()).toBe(1)
})

test('stop after this one: the one under way ends, nothing follows', async () => {
  const { world, wanted } = await due(3)
  const plan = await planned(world, wanted)
  const held = world.fault({ kind: 'none', hold: 'beforeReply' })
  const pressed = paid(world, plan)
  await held.reached
  expect(world.core.dueRuns.state()?.rows.map(({ status }) => status)).toEqual(['paying', 'priced', 'priced'])
  expect(await world.core.dueRuns.plan(wanted)).toMatchObject({ ok: false, error: { kind: 'busy' } })
  world.core.dueRuns.dismiss()
  world.core.dueRuns.cancel(plan.id)
  world.core.dueRuns.stop(plan.id)
  expect(world.core.dueRuns.state()).toMatchObject({ phase: 'paying', stopping: true })
  held.release()
  const run = await pressed
  expect(statuses(run)).toEqual(['renewed', 'not-tried', 'not-tried'])
  expect(run.stops).toMatchObject([{ kind: 'person', accountId: null, groupId: null }])
  expect(world.paid()).toBe(1)
  world.core.dueRuns.dismiss()
  expect(world.core.dueRuns.state()).toBeNull()
})

test('quitting stops it: what was sent ends, what waits is not sent', async () => {
  const { world, wanted } = await due(3)
  const plan = await planned(world, wanted)
  const held = world.fault({ kind: 'none', hold: 'beforeReply' })
  const pressed = paid(world, plan)
  await held.reached
  world.core.renewals.stop()
  held.release()
  const run = await pressed
  expect(statuses(run)).toEqual(['renewed', 'not-tried', 'not-tried'])
  expect(run.stops).toMatchObject([{ kind: 'quitting' }])
  expect(world.paid()).toBe(1)
})

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

test('a crash in the middle loses nothing and does not go on by itself', async () => {
  const { world, groups, wanted } = await due(4, '100.00', { settles: false })
  const plan = await planned(world, wanted)
  const held = world.fault({ kind: 'none', nth: 2, hold: 'beforeReply' })
  const pressed = press(world, plan)
  await held.reached
  // From here on nothing reaches the disk, as if the process were gone.
  world.switches.failFinish = true
  held.release()
  await pressed
  const found = await world.restart()
  expect(found).toMatchObject([{ intent: { groupId: groups[1]?.id }, result: { outcome: 'unknown' } }])
  expect(world.core.dueRuns.state()).toBeNull()
  expect(await press(world, plan)).toMatchObject({ ok: false, error: { kind: 'expired' } })
  const again = await planned(world, wanted)
  expect(again.rows.map(({ findings }) => kinds(findings))).toEqual([
    expect.arrayContaining(['renewed-lately']),
    expect.arrayContaining(['unknown-before']),
    [],
    [],
  ])
  expect(again.rows.map(({ included }) => included)).toEqual([false, false, true, true])
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

test('a plan pays, journals and marks nothing; Cancel leaves nothing to press', async () => {
  const { world, groups, wanted } = await due(2)
  const plan = await planned(world, wanted)
  expect(world.told).toEqual([])
  expect(groups.map(({ id }) => world.core.groups.lastPrice(id))).toEqual([null, null])
  world.core.dueRuns.cancel(plan.id)
  expect(world.core.dueRuns.state()).toBeNull()
  expect(await press(world, plan)).toMatchObject({ ok: false, error: { kind: 'expired' } })
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

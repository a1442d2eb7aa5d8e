import { expect, test } from 'vitest'
import { proxyTypes } from '../../../src/shared/domain/rules/proxyTypes.ts'
import { money } from '../../support/domain.ts'
import { endOf, groupOf, openTestWorld, orders } from '../../support/world.ts'

const DAY = 86_400_000

test.each(proxyTypes)('one click on a group of %s is one paid request, exactly as asked', async (type) => {
  const world = await openTestWorld()
  const group = groupOf(world, type)
  const before = world.books.endOf(world.books.keys[0] ?? '', orders[type])
  const renewal = await world.renew(group)
  expect(renewal).toMatchObject({
    result: { outcome: 'renewed', stage: 'exchange', remarks: [], vendorError: null, httpStatus: 200 },
    unsaved: false,
  })
  const [request, ...others] = world.vendor.paidRequests()
  expect(others).toEqual([])
  expect(request).toMatchObject({ method: 'POST', endpoint: 'extend/order', keyKnown: true, acted: true })
  expect(request?.body).toBe(
    JSON.stringify({ proxyType: type, orderIds: [orders[type]], rentPeriodDays: 30 }),
  )
  expect(request?.headers).toMatchObject({ connection: 'close', 'content-type': 'application/json' })
  expect(world.books.endOf(world.books.keys[0] ?? '', orders[type])).toBe(before + 30 * DAY)
  expect(world.told).toEqual([renewal])
})

test('the row holds all that settling needs: request, quote, balance, ends, limits', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', [orders.IPv4, orders.IPv4two], { promoCode: 'TEN', priceLimit: '50' })
  const { intent } = await world.renew(group)
  const end = intent.endsBefore[0]?.endsAt ?? 0
  expect(world.store.journal.get(intent.id)?.intent).toEqual(intent)
  expect(intent).toMatchObject({
    accountName: 'Main',
    groupName: 'Shop',
    source: 'window',
    request: {
      proxyType: 'IPv4',
      orderIds: [orders.IPv4, orders.IPv4two],
      rentPeriodDays: 30,
      promoCode: 'TEN',
    },
    quote: { price: money(3.78), promoCodeStatus: 'VALID', discount: money(0.42).amount },
    balanceBefore: money(100),
    endsBefore: [
      { orderId: orders.IPv4, endsAt: end },
      { orderId: orders.IPv4two, endsAt: end },
    ],
    limits: { group: money(50).amount, account: null, day: null },
    confirmed: [],
  })
  expect(end).toBeGreaterThan(Date.now())
  expect(intent.endsReadAt).toBeGreaterThan(Date.now() - 60_000)
})

test('the row is on the disk before the first byte goes out, and done with it afterwards', async () => {
  const world = await openTestWorld()
  const planned = world.fault({ kind: 'none', hold: 'beforeActing' })
  const click = world.click(groupOf(world, 'IPv4'))
  await planned.reached
  expect(world.store.journal.sending()).toMatchObject([{ intent: { groupName: 'IPv4' }, result: null }])
  expect(world.core.renewals.busyGroups()).toHaveLength(1)
  planned.release()
  const { intent, result } = endOf(await click)
  expect(world.store.journal.sending()).toEqual([])
  expect(world.store.journal.get(intent.id)?.result).toEqual(result)
  expect(world.core.renewals.busyGroups()).toEqual([])
})

test('two clicks at once, window and tray alike, join: one request, one answer', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  const planned = world.fault({ kind: 'none', hold: 'beforeReply' })
  const clicks = [world.click(group), world.click(group), world.click(group, 'tray')]
  await planned.reached
  clicks.push(world.click(group, 'tray'))
  planned.release()
  const answers = await Promise.all(clicks)
  expect(new Set(answers.map((answer) => endOf(answer).intent.id)).size).toBe(1)
  expect(world.paid()).toBe(1)
  expect(world.told).toHaveLength(1)
})

test('the click after it asks: renewed a moment ago', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  const first = await world.renew(group)
  const question = await world.asked(group)
  expect(question.findings).toContainEqual({
    kind: 'renewed-lately',
    orderIds: [orders.IPv4],
    at: first.result?.endedAt,
  })
  expect(world.paid()).toBe(1)
  expect(await world.anyway(question)).toMatchObject({
    intent: { confirmed: expect.arrayContaining([expect.objectContaining({ kind: 'renewed-lately' })]) },
    result: { outcome: 'renewed' },
  })
  expect(world.paid()).toBe(2)
})

test('two groups that share an order, clicked at once: the second asks', async () => {
  const world = await openTestWorld()
  const one = world.group('One', [orders.IPv4])
  const two = world.group('Two', [orders.IPv4two, orders.IPv4])
  const [first, second] = await Promise.all([world.click(one), world.click(two, 'tray')])
  expect(endOf(first).result?.outcome).toBe('renewed')
  if (second.kind !== 'asks') return expect.unreachable('it did not ask')
  expect(second.question.findings).toContainEqual({
    kind: 'renewed-lately',
    orderIds: [orders.IPv4],
    at: endOf(first).result?.endedAt,
  })
  expect(world.paid()).toBe(1)
})

test('a renewal in one account is seen from another that lists the same orders', async () => {
  const world = await openTestWorld()
  // The same key under another name of this machine: the same vendor account, connected twice.
  const apiUrl = world.vendor.url.replace('127.0.0.1', 'localhost')
  const form = { name: 'Twin', key: 'twin-key-000000', apiUrl, addressConfirmed: true, sessionOnly: true }
  const account = world.books.account(world.books.keys[0] ?? '')
  if (!account) return expect.unreachable('no account')
  world.books.addAccount({ key: form.key, orders: [{ id: orders.IPv4, type: 'IPv4' }] })
  const twin = await world.core.accounts.connect(form)
  if (!twin.ok) return expect.unreachable(twin.error.message)
  const mine = groupOf(world, 'IPv4')
  const theirs = world.group('Twin', [orders.IPv4], { accountId: twin.value.accountId })
  const planned = world.fault({ kind: 'none', hold: 'beforeReply' })
  const click = world.click(mine)
  await planned.reached
  expect((await world.asked(theirs)).findings).toMatchObject([{ kind: 'unknown-before', sum: money(2.8) }])
  planned.release()
  await click
  expect((await world.asked(theirs)).findings).toMatchObject([{ kind: 'renewed-lately' }])
  expect(world.paid()).toBe(1)
})

test('paid calls of one account run one after another, with the gap between them', async () => {
  const world = await openTestWorld({ paidGap: 300 })
  const planned = world.fault({ kind: 'none', delayReplyMs: 100 })
  const groups = [groupOf(world, 'IPv4'), groupOf(world, 'ISP'), groupOf(world, 'MOBILE')]
  const renewals = await Promise.all(groups.map((group) => world.renew(group)))
  expect(planned.taken).toBe(1)
  const times = world.vendor.paidRequests().map((entry) => entry.at)
  expect(times).toHaveLength(3)
  // From the end of one to the start of the next.
  for (const [at, renewal] of renewals.entries()) {
    const next = times[at + 1]
    if (next !== undefined) expect(next - (renewal.result?.endedAt ?? 0)).toBeGreaterThanOrEqual(295)
  }
  // Each was quoted after the one before was over: none is older than 30 s when money is sent.
  for (const { intent } of renewals) expect(intent.startedAt - (intent.quote?.at ?? 0)).toBeLessThan(1000)
})

test('what became of it shows in balance and ends, and the next day’s click is not surprised', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  const { intent } = await world.renew(group)
  expect(world.core.balance.money(world.accountId)).toEqual(money(97.2))
  await expect.poll(() => world.store.journal.get(intent.id)?.endsAfter).toHaveLength(1)
  const [after] = world.store.journal.get(intent.id)?.endsAfter ?? []
  expect(after?.endsAt).toBe((intent.endsBefore[0]?.endsAt ?? 0) + 30 * DAY)
  world.switches.passed = DAY + 60_000
  expect((await world.renew(group)).result?.outcome).toBe('renewed')
})

test('the key shows up nowhere: not in a row, not in what is told', async () => {
  const world = await openTestWorld()
  world.fault({ kind: 'redirect', status: 307 })
  const { intent } = await world.renew(groupOf(world, 'IPv4'))
  const all = JSON.stringify([world.told, world.store.journal.get(intent.id), world.core.state.snapshot()])
  expect(all).not.toContain('canary')
})

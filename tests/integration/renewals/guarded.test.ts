import { expect, test } from 'vitest'
import { kinds, money } from '../../support/domain.ts'
import { groupOf, KEY, openTestWorld, orders } from '../../support/world.ts'

test('a confirmation is spent once', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  await world.renew(group)
  const question = await world.asked(group)
  const answers = await Promise.all([
    world.core.renewals.confirm(question.confirmationId),
    world.core.renewals.confirm(question.confirmationId),
  ])
  expect(answers.map((answer) => answer.ok)).toEqual([true, false])
  expect(await world.core.renewals.confirm(question.confirmationId)).toMatchObject({
    error: { kind: 'expired' },
  })
  expect(world.paid()).toBe(2)
})

test('a cancelled, an old and an invented one are worth nothing', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  await world.renew(group)
  const cancelled = await world.asked(group)
  world.core.renewals.cancel(cancelled.confirmationId)
  // While it would still be young: the cancelling alone has to stop it.
  for (const id of [cancelled.confirmationId, '00000000-0000-4000-8000-000000000000']) {
    expect(await world.core.renewals.confirm(id)).toMatchObject({ ok: false, error: { kind: 'expired' } })
  }
  const old = await world.asked(group)
  world.switches.wallJump = 5 * 60_000 + 1000
  expect(await world.core.renewals.confirm(old.confirmationId)).toMatchObject({ error: { kind: 'expired' } })
  expect(world.paid()).toBe(1)
})

test('after an edit of the group the confirmation is void', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  await world.renew(group)
  const question = await world.asked(group)
  world.group('IPv4', [orders.IPv4, orders.IPv4two], { id: group.id })
  expect(await world.core.renewals.confirm(question.confirmationId)).toMatchObject({
    ok: false,
    error: { kind: 'changed' },
  })
  const again = await world.asked(group)
  world.core.groups.delete(group.id)
  expect(await world.core.renewals.confirm(again.confirmationId)).toMatchObject({
    error: { kind: 'not-found' },
  })
  expect(world.paid()).toBe(1)
})

test('an edit or a deletion while the price is read stops the renewal', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  const edited = world.faults.plan({ endpoint: 'calculate/extend/order', kind: 'none', hold: 'beforeReply' })
  const click = world.core.renewals.start(group.id, 'window')
  await edited.reached
  world.group('IPv4', [orders.IPv4two], { id: group.id })
  edited.release()
  expect(await click).toMatchObject({ ok: false, error: { kind: 'changed' } })
  const deleted = world.faults.plan({ endpoint: 'calculate/extend/order', kind: 'none', hold: 'beforeReply' })
  const second = world.core.renewals.start(group.id, 'window')
  await deleted.reached
  world.core.groups.delete(group.id)
  deleted.release()
  expect(await second).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  expect(world.paid()).toBe(0)
  expect(world.store.journal.sending()).toEqual([])
})

test('a price that rose between the question and Renew anyway asks again', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  await world.renew(group)
  const question = await world.asked(group)
  expect(question.price).toEqual(money(2.8))
  world.books
    .account(KEY)
    ?.orders.get(orders.IPv4)
    ?.addresses.push({
      ...(world.books.account(KEY)?.orders.get(orders.IPv4)?.addresses[0] ?? expect.unreachable()),
      id: '3000000000000000009',
    })
  const answer = await world.core.renewals.confirm(question.confirmationId)
  expect(answer).toMatchObject({ ok: true, value: { kind: 'asks', question: { price: money(4.2) } } })
  if (!answer.ok || answer.value.kind !== 'asks') return
  expect(answer.value.question.findings).toContainEqual({
    kind: 'price-rose',
    lastShown: money(2.8),
    price: money(4.2),
  })
  expect(world.paid()).toBe(1)
  expect((await world.anyway(answer.value.question)).result?.outcome).toBe('renewed')
  expect(world.paid()).toBe(2)
})

test('a confirmation holds for the price in its dialog, not for one that the row was shown meanwhile', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  await world.renew(group)
  const question = await world.asked(group)
  // The editor asked for a quote that nobody confirmed, after the price had risen.
  world.books
    .account(KEY)
    ?.orders.get(orders.IPv4)
    ?.addresses.push({
      ...(world.books.account(KEY)?.orders.get(orders.IPv4)?.addresses[0] ?? expect.unreachable()),
      id: '3000000000000000009',
    })
  world.core.groups.priceShown(group.id, money(4.2))
  expect(await world.core.renewals.confirm(question.confirmationId)).toMatchObject({
    ok: true,
    value: { kind: 'asks' },
  })
  expect(world.paid()).toBe(1)
})

test('a finding that is new at Renew anyway asks again', async () => {
  const world = await openTestWorld({ settles: false })
  const group = world.group('Shop', [orders.IPv4], { promoCode: 'OLD' })
  const question = await world.asked(group)
  expect(kinds(question.findings)).toEqual(['promo-not-valid'])
  world.fault({ kind: 'resetAfterActing' })
  await world.renew(world.group('Other', [orders.IPv4]))
  const answer = await world.core.renewals.confirm(question.confirmationId)
  expect(answer).toMatchObject({ ok: true, value: { kind: 'asks' } })
  if (answer.ok && answer.value.kind === 'asks') {
    expect(kinds(answer.value.question.findings)).toContain('unknown-before')
  }
  expect(world.paid()).toBe(1)
})

test('a promo code that is not valid asks, and Renew anyway pays in full', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', [orders.IPv4], { promoCode: 'OLD' })
  const question = await world.asked(group)
  expect(question).toMatchObject({
    price: money(2.8),
    balance: money(100),
    orderCount: 1,
    rentPeriodDays: 30,
    findings: [{ kind: 'promo-not-valid', promoCode: 'OLD', status: 'NO_VALID', price: money(2.8) }],
  })
  expect(world.paid()).toBe(0)
  expect(await world.anyway(question)).toMatchObject({
    result: { outcome: 'renewed', promoCodeStatus: 'NO_VALID', remarks: [expect.stringContaining('OLD')] },
  })
  expect(world.paid()).toBe(1)
})

test('a promo code that was valid at the quote and not at the renewal is renewed, and says so', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', [orders.IPv4], { promoCode: 'TEN' })
  const promo = world.books.account(KEY)?.promoCodes.find(({ code }) => code === 'TEN')
  if (!promo) return expect.unreachable('no promo code')
  const planned = world.fault({ kind: 'none', hold: 'beforeActing' })
  const click = world.renew(group)
  await planned.reached
  promo.countUses = 0
  planned.release()
  const { result } = await click
  expect(result).toMatchObject({ outcome: 'renewed', promoCodeStatus: 'NO_VALID', balanceAfter: money(97.2) })
  expect(result?.remarks).toEqual([
    'The promo code TEN was not honoured: paid in full.',
    'The balance fell by $2.80; the quote was $2.52.',
  ])
  expect(world.paid()).toBe(1)
})

test('a price over the balance asks with the vendor’s warning; Renew anyway is refused without a charge', async () => {
  const world = await openTestWorld({ account: { balance: '2.79' } })
  const question = await world.asked(groupOf(world, 'IPv4'))
  expect(question.findings).toEqual([
    { kind: 'quote-warning', warning: { code: 16, message: 'Insufficient funds on balance' } },
    { kind: 'price-above-balance', price: money(2.8), balance: money(2.79) },
  ])
  expect(world.paid()).toBe(0)
  expect(await world.anyway(question)).toMatchObject({
    result: { outcome: 'refused', stage: 'exchange', vendorError: { code: 16 }, balanceAfter: money(2.79) },
  })
  expect(world.paid()).toBe(1)
  expect(world.books.paid).toEqual([])
})

test('limits of group, account and day are asked about, each with its figure', async () => {
  const world = await openTestWorld()
  world.core.accounts.update(world.accountId, { renewalLimit: '2', dayLimit: '5' })
  const one = world.group('One', [orders.IPv4], { priceLimit: '1' })
  const question = await world.asked(one)
  expect(question.findings).toEqual([
    { kind: 'over-limit', limitOf: 'group', limit: money(1), sum: money(2.8) },
    { kind: 'over-limit', limitOf: 'account', limit: money(2), sum: money(2.8) },
  ])
  await world.anyway(question)
  world.core.accounts.update(world.accountId, { renewalLimit: '' })
  expect((await world.asked(groupOf(world, 'MOBILE'))).findings).toContainEqual({
    kind: 'over-limit',
    limitOf: 'day',
    limit: money(5),
    sum: money(12.3),
  })
  expect(world.paid()).toBe(1)
})

test('a lost renewal counts for the day’s limit: it may have been paid', async () => {
  const world = await openTestWorld()
  world.core.accounts.update(world.accountId, { dayLimit: '3' })
  world.fault({ kind: 'resetAfterActing' })
  await world.renew(groupOf(world, 'IPv4'))
  expect((await world.asked(groupOf(world, 'ISP'))).findings).toMatchObject([
    { kind: 'over-limit', limitOf: 'day', sum: money(4.9) },
  ])
})

test('an order that was renewed elsewhere since it was last shown asks', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  const order = world.books.account(KEY)?.orders.get(orders.IPv4)
  const from = world.books.endOf(KEY, orders.IPv4)
  for (const address of order?.addresses ?? []) address.end += 30 * 86_400_000
  expect((await world.asked(group)).findings).toEqual([
    { kind: 'end-moved', orderId: orders.IPv4, from, to: from + 30 * 86_400_000 },
  ])
  expect(world.paid()).toBe(0)
})

test('an order that the vendor is about to renew by itself asks', async () => {
  const end = Date.now() + 40 * 3_600_000
  const world = await openTestWorld({
    account: { orders: [{ id: orders.IPv4, type: 'IPv4', end, autoExtendDays: 30 }] },
  })
  expect((await world.asked(groupOf(world, 'IPv4'))).findings).toMatchObject([
    { kind: 'auto-extend-soon', orderIds: [orders.IPv4] },
  ])
})

test('a balance in another currency than the price is never compared with it', async () => {
  const world = await openTestWorld({ account: { balance: '1.00' } })
  world.faults.plan({
    endpoint: 'calculate/extend/order',
    kind: 'raw',
    status: 200,
    text: JSON.stringify({ success: true, price: 2.8, currency: 'EUR', promoCodeStatus: null, error: null }),
  })
  expect((await world.asked(groupOf(world, 'IPv4'))).findings).toEqual([
    { kind: 'currency-differs', price: 'EUR', balance: 'USD' },
  ])
})

test('a wall clock set back by a year neither hides a renewal nor lets an old question pass', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  await world.renew(group)
  const question = await world.asked(group)
  world.switches.wallJump = -365 * 86_400_000
  expect(await world.core.renewals.confirm(question.confirmationId)).toMatchObject({
    error: { kind: 'expired' },
  })
  expect(kinds((await world.asked(group)).findings)).toContain('renewed-lately')
  expect(world.paid()).toBe(1)
})

test('a wall clock that jumps while the reply is on its way changes nothing', async () => {
  const world = await openTestWorld()
  const planned = world.fault({ kind: 'none', hold: 'beforeReply' })
  const click = world.renew(groupOf(world, 'IPv4'))
  await planned.reached
  world.switches.wallJump = 10 * 86_400_000
  planned.release()
  expect((await click).result?.outcome).toBe('renewed')
  expect(world.paid()).toBe(1)
})

test('a click that waited out a night behind another renewal is not paid in the morning', async () => {
  const world = await openTestWorld()
  const held = world.faults.plan({ endpoint: 'extend/order', kind: 'none', hold: 'beforeReply' })
  const first = world.core.renewals.start(groupOf(world, 'IPv4').id, 'window')
  await held.reached
  const second = world.core.renewals.start(groupOf(world, 'IPv6').id, 'tray')
  world.switches.wallJump = 8 * 3_600_000
  held.release()
  expect(await first).toMatchObject({ value: { renewal: { result: { outcome: 'renewed' } } } })
  expect(await second).toMatchObject({ ok: false, error: { kind: 'expired' } })
  expect(world.paid()).toBe(1)
})

test('an order renewed elsewhere is asked about although a window in the background had it read', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  for (const address of world.vendor.world.account(KEY)?.orders.get(orders.IPv4)?.addresses ?? []) {
    address.end += 30 * 86_400_000
  }
  await world.core.orders.refresh(group.accountId)
  expect(kinds((await world.asked(group)).findings)).toContain('end-moved')
  expect(world.paid()).toBe(0)
})

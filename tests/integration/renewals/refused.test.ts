import { expect, test } from 'vitest'
import type { FaultPlan } from '../../../src/main/practice/faults.ts'
import { ODDITY_NAMES } from '../../../src/main/practice/odd.ts'
import { renewalSchema } from '../../../src/shared/domain/renewal.ts'
import { kinds, money } from '../../support/domain.ts'
import { groupOf, manyOrders, openTestWorld, orders } from '../../support/world.ts'

const checks = [2, 4, 11, 16, 24, 25, 28, 29]
const others = [3, 35, 57, 999]

test('an error at the quote is a refusal with the vendor’s words: journalled, nothing sent, no question', async () => {
  const codes = [...checks, ...others]
  const world = await openTestWorld({ account: { orders: manyOrders(codes.length) } })
  for (const [at, code] of codes.entries()) {
    const group = world.group(`Error ${code}`, [`${7_000_000 + at}`])
    world.faults.plan({
      endpoint: 'calculate/extend/order',
      kind: 'error',
      code,
      message: `Words of ${code}`,
    })
    const { intent, result } = await world.renew(group)
    expect(result).toMatchObject({ outcome: 'refused', stage: 'quote', vendorError: { code } })
    expect(result?.detail).toContain(`Words of ${code}`)
    expect(result?.detail).toContain('nothing was paid')
    expect(world.store.journal.get(intent.id)).toMatchObject({
      intent: { quote: null },
      result: { stage: 'quote' },
    })
  }
  expect(world.paid()).toBe(0)
  expect(world.vendor.requests.filter(({ endpoint }) => endpoint === 'extend/order')).toEqual([])
  expect(world.store.journal.unsettled(world.accountId)).toEqual([])
})

test('an order that the vendor does not know is refused at the quote', async () => {
  const world = await openTestWorld()
  const { result } = await world.renew(world.group('Wrong', [orders.IPv4, '404']))
  expect(result).toMatchObject({
    outcome: 'refused',
    stage: 'quote',
    vendorError: { code: 29, message: 'Incorrect orderIds' },
    balanceAfter: money(100),
  })
  expect(world.paid()).toBe(0)
})

test('a key that the vendor forgot is refused at the quote', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  world.books.importState({ version: 1, accounts: [] })
  expect((await world.renew(group)).result).toMatchObject({ outcome: 'refused', vendorError: { code: 2 } })
})

test('a quote that contradicts itself is no quote: it asks with the vendor’s words', async () => {
  const world = await openTestWorld()
  world.faults.plan({ endpoint: 'calculate/extend/order', kind: 'odd', change: 'errorBesideSuccess' })
  expect((await world.asked(groupOf(world, 'IPv4'))).findings).toEqual([
    { kind: 'no-quote', reason: 'Incorrect orderIds' },
  ])
})

/** A refusal at the renewal as the vendor's samples show it; `balance` left out: as the books have it. */
function refusal(code: number, balance?: number): FaultPlan {
  return {
    kind: 'odd',
    acts: balance === undefined,
    change: (reply) => ({
      success: false,
      proxyType: null,
      rentPeriodDays: 0,
      quantity: 0,
      ipAddressIds: [],
      balance: balance ?? reply.balance,
      currency: 'USD',
      error: { code, message: `Words of ${code}` },
      promoCodeStatus: null,
    }),
  }
}

test('a check before paying that fails at the renewal is refused, and the next click is free', async () => {
  const world = await openTestWorld({ account: { orders: manyOrders(checks.length) } })
  for (const [at, code] of checks.entries()) {
    const group = world.group(`Error ${code}`, [`${7_000_000 + at}`])
    world.fault(refusal(code, 100))
    const { intent, result } = await world.renew(group)
    expect(result).toMatchObject({
      outcome: 'refused',
      stage: 'exchange',
      vendorError: { code, message: `Words of ${code}` },
      balanceAfter: money(100),
    })
    expect(world.store.journal.get(intent.id)?.result).toEqual(result)
  }
  expect(world.paid()).toBe(checks.length)
  expect(world.books.paid).toEqual([])
  expect(world.store.journal.unsettled(world.accountId)).toEqual([])
  expect((await world.renew(world.group('Again', ['7000000']))).result?.outcome).toBe('renewed')
})

test('the same codes with a balance that fell are unknown', async () => {
  const world = await openTestWorld({ account: { orders: manyOrders(checks.length) } })
  for (const [at, code] of checks.entries()) {
    world.fault(refusal(code))
    const { result } = await world.renew(world.group(`Error ${code}`, [`${7_000_000 + at}`]))
    expect(result).toMatchObject({ outcome: 'unknown', vendorError: { code } })
    expect(result?.detail).toContain('the balance fell from')
  }
  expect(world.paid()).toBe(checks.length)
  expect(world.books.paid).toHaveLength(checks.length)
})

test('codes of which nothing is known are unknown, whether the money moved or not', async () => {
  const world = await openTestWorld({ account: { orders: manyOrders(2 * others.length) } })
  for (const [at, code] of [...others, ...others].entries()) {
    const moved = at >= others.length
    const balance = world.books.balanceOf(world.books.keys[0] ?? '')
    world.fault(moved ? refusal(code) : refusal(code, balance))
    const { result } = await world.renew(world.group(`${code} ${moved}`, [`${7_000_000 + at}`]))
    expect(result).toMatchObject({ outcome: 'unknown', vendorError: { code } })
  }
  expect(world.books.paid).toHaveLength(others.length)
})

test('a busy order at the renewal (57) is unknown, and asks from then on', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  const order = world.books.account(world.books.keys[0] ?? '')?.orders.get(orders.IPv4)
  if (order) order.busy = true
  expect((await world.renew(group)).result).toMatchObject({ outcome: 'unknown', vendorError: { code: 57 } })
  expect(kinds((await world.asked(group)).findings)).toEqual(['unknown-before'])
})

/** What a reply that is odd comes to: the remarks of a renewal, or unknown. */
const oddities: Readonly<Record<(typeof ODDITY_NAMES)[number], readonly RegExp[] | 'unknown'>> = {
  quantity: [/renewed 2 addresses; these orders hold 1/],
  missingFields: [/does not say whether the promo code TEN/],
  onlySuccess: [/does not say whether the promo code TEN/],
  balanceString: [],
  emptyError: 'unknown',
  errorBesideSuccess: 'unknown',
  nullType: [],
  otherType: [/type ISP instead of IPv4/],
  extraFields: [],
  promoNoValid: [/TEN was not honoured: paid in full/],
  promoUnknown: [/says EXPIRED/],
  period: [/60 days instead of the 30/],
  otherCurrency: [],
  failureWithoutError: 'unknown',
}

test('success without an error is renewed however odd the rest is, and says what differs', async () => {
  const world = await openTestWorld({
    account: { orders: manyOrders(ODDITY_NAMES.length), promoCodes: [{ code: 'TEN' }] },
  })
  for (const [at, change] of ODDITY_NAMES.entries()) {
    const expected = oddities[change]
    world.fault({ kind: 'odd', change })
    const group = world.group(change, [`${7_000_000 + at}`], { promoCode: 'TEN' })
    const answer = await world.click(group)
    // After the reply in another currency the balance is not comparable until it is read again.
    const { result } = answer.kind === 'ended' ? answer.renewal : await world.anyway(answer.question)
    expect(result?.outcome, change).toBe(expected === 'unknown' ? 'unknown' : 'renewed')
    const remarks = expected === 'unknown' ? [] : expected
    expect(result?.remarks, change).toHaveLength(remarks.length)
    for (const [nth, remark] of remarks.entries()) expect(result?.remarks[nth]).toMatch(remark)
  }
  expect(world.paid()).toBe(ODDITY_NAMES.length)
})

test('a reply full of hostile text is kept, cleaned, within bounds', async () => {
  const world = await openTestWorld()
  const message = `\u202e${'😀'.repeat(5000)}\u0007<b>&`
  world.fault({ kind: 'error', code: 29, message, acts: false })
  const { intent, result } = await world.renew(groupOf(world, 'IPv4'))
  expect(result?.vendorError?.message.length).toBeLessThanOrEqual(300)
  expect(result?.vendorError?.message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
  expect(world.store.journal.get(intent.id)?.result).toEqual(result)
  expect(renewalSchema.safeParse(world.store.journal.get(intent.id)).error).toBeUndefined()
})

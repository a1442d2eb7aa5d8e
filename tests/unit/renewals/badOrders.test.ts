import { expect, test } from 'vitest'
import { createBadOrders } from '../../../src/main/renewals/badOrders.ts'
import type { QuoteAnswer, ReadProblem } from '../../../src/shared/domain/exchange.ts'
import type { Group } from '../../../src/shared/domain/group.ts'
import type { LiveOrder } from '../../../src/shared/domain/order.ts'
import { orderSearchSchema } from '../../../src/shared/domain/orderSearch.ts'
import { fakeClock, settled } from '../../support/clocks.ts'
import { aGroup, anOrder, aQuote, NOW, uuid } from '../../support/domain.ts'

const ids = (count: number): string[] => Array.from({ length: count }, (_, at) => `${100 + at}`)
const no = (code: number, message = 'Words of theirs'): QuoteAnswer => ({
  kind: 'refused',
  error: { code, message },
  balance: null,
})
const none = (kind: ReadProblem['kind'], retryAfter: number | null = null): QuoteAnswer => ({
  kind: 'none',
  problem: { kind, message: 'Why.', vendorError: null, retryAfter },
})

/** The searches over a vendor that a test scripts, on clocks that only the test moves. */
function lab(group: Group, bad: readonly string[], gap = 1000) {
  const clock = fakeClock(NOW)
  const groups = new Map([[group.id, group]])
  const asked: { readonly at: number; readonly ids: readonly string[] }[] = []
  const script: (QuoteAnswer | Promise<QuoteAnswer>)[] = []
  const state = { key: true, listed: [] as readonly LiveOrder[], readAt: null as number | null }
  const searches = createBadOrders({
    vendor: {
      quote: async (_access, request) => {
        asked.push({ at: clock.monotonic(), ids: request.orderIds })
        const planned = script.shift()
        if (planned) return planned
        return request.orderIds.some((id) => bad.includes(id))
          ? no(29)
          : // A price that the balance does not cover is a price: the ids are accepted.
            {
              kind: 'quoted',
              quote: aQuote({ warnings: [{ code: 16, message: 'Insufficient funds on balance' }] }),
            }
      },
    },
    accounts: {
      readAccess: async () =>
        state.key
          ? { ok: true, value: { apiUrl: 'http://127.0.0.1:9', key: 'k' } }
          : { ok: false, error: { message: 'The keychain is locked.' } },
    },
    groups: { get: (id) => groups.get(id) ?? null },
    known: { known: () => ({ orders: state.listed, readAt: state.readAt }) },
    clock,
    changed: () => {
      const shown = searches.of(groups.get(group.id) ?? group)
      if (shown) expect(orderSearchSchema.safeParse(shown).error).toBeUndefined()
    },
    gap,
  })
  const shown = () => searches.of(groups.get(group.id) ?? group)
  return { clock, groups, asked, script, state, searches, shown }
}

const four = aGroup({ orderIds: ids(4) })

test('quotes are a second apart, and each is told as it comes', async () => {
  const { searches, clock, asked, shown } = lab(four, ['102'])
  expect(shown()).toBeNull()
  const end = searches.find(four.id)
  await settled()
  expect(shown()).toMatchObject({ state: 'asking', asked: 1, most: 6, orders: 4, bad: [] })
  await clock.pass(999)
  expect(asked).toHaveLength(1)
  await clock.pass(1)
  expect(asked).toHaveLength(2)
  await clock.pass(60_000)
  expect(await end).toEqual({
    ok: true,
    value: {
      state: 'done',
      orders: 4,
      asked: asked.length,
      most: 6,
      bad: ['102'],
      waitsUntil: null,
      problem: null,
      said: null,
    },
  })
  const gaps = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0))
  expect(gaps.every((gap) => gap >= 1000)).toBe(true)
  expect(shown()?.state).toBe('done')
})

test('what the vendor’s list speaks against is asked for first; without a list it is the group’s order', async () => {
  const { searches, asked, state } = lab(four, ['102', '103'], 0)
  await searches.find(four.id)
  expect(asked[0]?.ids).toEqual(['100', '101', '102', '103'])
  asked.length = 0
  state.readAt = NOW
  state.listed = [anOrder('100'), anOrder('101', { proxyType: null }), anOrder('103', { proxyType: 'ISP' })]
  const end = await searches.find(four.id)
  expect(asked[0]?.ids).toEqual(['102', '103', '100', '101'])
  expect(end).toMatchObject({ value: { state: 'done', bad: ['102', '103'] } })
})

test('all accepted by now: one quote', async () => {
  const { searches } = lab(four, [])
  expect(await searches.find(four.id)).toMatchObject({ value: { state: 'done', asked: 1, bad: [] } })
})

test.each([
  [
    no(4, 'Incorrect proxy type'),
    /another error/,
    /“Incorrect proxy type” \(error 4\)\. Check the group’s proxy/,
  ],
  [no(16), /another error/, /error 16/],
  [no(2), /another error/, /error 2/],
  [none('offline'), /No usable answer/, /Why\./],
  [none('bad-reply'), /No usable answer/, /Why\./],
  [none('rate-limited', 600_000), /asks to wait 10 min/, null],
])(
  'an answer that tells neither yes nor error 29 ends it, with what was found so far (%#)',
  async (answer, problem, said) => {
    const { searches, script, shown } = lab(aGroup({ orderIds: ids(2) }), ['100', '101'], 0)
    // All refused, the first refused by itself: found. Then something else.
    script.push(no(29), no(29), answer)
    expect(await searches.find(four.id)).toMatchObject({ value: { state: 'failed', bad: ['100'], asked: 2 } })
    expect(shown()?.problem).toMatch(problem)
    if (said === null) expect(shown()?.said).toBeNull()
    else expect(shown()?.said).toMatch(said)
  },
)

test('a key that cannot be read ends it in the keychain’s words, and nothing is asked', async () => {
  const { searches, state, asked } = lab(four, ['100'])
  state.key = false
  expect(await searches.find(four.id)).toMatchObject({
    value: {
      state: 'failed',
      asked: 0,
      problem: expect.stringMatching(/key/),
      said: 'The keychain is locked.',
    },
  })
  expect(asked).toEqual([])
})

test('a Retry-After is obeyed and shown, then the same quote is asked again', async () => {
  const { searches, clock, asked, script, shown } = lab(four, ['103'])
  script.push(no(29), none('rate-limited', 20_000))
  const end = searches.find(four.id)
  await clock.pass(1000)
  expect(shown()).toMatchObject({ asked: 1, waitsUntil: clock.now() + 20_000 })
  await clock.pass(19_999)
  expect(asked).toHaveLength(2)
  await clock.pass(1)
  expect(asked).toHaveLength(3)
  expect(asked[2]?.ids).toEqual(asked[1]?.ids)
  expect(shown()).toMatchObject({ asked: 2, waitsUntil: null })
  await clock.pass(60_000)
  expect(await end).toMatchObject({ value: { state: 'done', bad: ['103'] } })
})

test('a vendor that keeps asking to wait, with and without a time, is not waited for without end', async () => {
  const { searches, clock, asked, script } = lab(four, ['103'])
  script.push(...Array.from({ length: 9 }, (_, at) => none('rate-limited', at === 0 ? 3000 : null)))
  const end = searches.find(four.id)
  await clock.pass(600_000)
  expect(await end).toMatchObject({ value: { state: 'failed', waitsUntil: null } })
  expect(asked).toHaveLength(4)
})

test('stopping ends it at once, keeps what was found, and nothing more is asked', async () => {
  const { searches, clock, asked, script, shown } = lab(aGroup({ orderIds: ids(2) }), ['100', '101'])
  script.push(no(29), no(29), none('rate-limited', 60_000))
  const end = searches.find(four.id)
  await clock.pass(2000)
  expect(shown()?.waitsUntil).not.toBeNull()
  searches.stop(four.id)
  expect(await end).toMatchObject({
    value: { state: 'stopped', bad: ['100'], waitsUntil: null, problem: null },
  })
  const before = asked.length
  await clock.pass(600_000)
  expect(asked).toHaveLength(before)
  expect(shown()?.state).toBe('stopped')
})

test('stopping does not wait for an answer that is on its way', async () => {
  const { searches, asked, script } = lab(four, ['100'])
  script.push(new Promise<QuoteAnswer>(() => undefined))
  const end = searches.find(four.id)
  await settled()
  expect(asked).toHaveLength(1)
  searches.stop(four.id)
  expect(await end).toMatchObject({ value: { state: 'stopped', asked: 0 } })
})

test('an answer that comes after the stop changes nothing, and a new search keeps its distance', async () => {
  const { searches, clock, asked, shown } = lab(four, ['103'])
  const first = searches.find(four.id)
  await settled()
  searches.stop(four.id)
  const second = searches.find(four.id)
  await settled()
  expect(asked).toHaveLength(1)
  expect(await first).toMatchObject({ value: { state: 'stopped' } })
  expect(shown()?.state).toBe('asking')
  await clock.pass(60_000)
  expect(await second).toMatchObject({ value: { state: 'done', bad: ['103'] } })
})

test('a group that is changed or deleted meanwhile ends it; of the group as it is now nothing is shown', async () => {
  for (const change of [() => aGroup({ orderIds: ids(3) }), () => null]) {
    const { searches, clock, groups, asked, shown } = lab(four, ['103'])
    const end = searches.find(four.id)
    await settled()
    const now = change()
    if (now) groups.set(four.id, now)
    else groups.delete(four.id)
    await clock.pass(60_000)
    expect(await end).toMatchObject({
      value: { state: 'failed', problem: expect.stringMatching(/was changed/) },
    })
    expect(asked).toHaveLength(1)
    if (now) expect(shown()).toBeNull()
  }
})

test('a new name is no change of the group; other orders, another type or period are', () => {
  const { searches, shown, groups } = lab(four, [])
  void searches.find(four.id)
  groups.set(four.id, { ...four, name: 'Other', showInTray: false })
  expect(shown()).not.toBeNull()
  for (const change of [{ orderIds: ids(2) }, { proxyType: 'ISP' as const }, { rentPeriodDays: 60 }]) {
    groups.set(four.id, { ...four, ...change })
    expect(shown()).toBeNull()
  }
})

test('a second click joins the first; another group of the account has to wait, one of another account has not', async () => {
  const { searches, clock, groups, asked } = lab(four, ['100'])
  const other = aGroup({ id: uuid(2), name: 'Other', orderIds: ids(1) })
  const elsewhere = aGroup({ id: uuid(3), accountId: uuid(101), orderIds: ids(1) })
  for (const group of [other, elsewhere]) groups.set(group.id, group)
  const first = searches.find(four.id)
  const joined = searches.find(four.id)
  expect(await searches.find(other.id)).toMatchObject({
    ok: false,
    error: { kind: 'busy', message: expect.stringContaining('“Shop”') },
  })
  expect(await searches.find(elsewhere.id)).toMatchObject({ value: { state: 'done' } })
  await clock.pass(60_000)
  const end = await first
  expect(await joined).toEqual(end)
  expect(asked.length).toBe((end.ok ? end.value.asked : 0) + 1)
  const after = searches.find(other.id)
  await clock.pass(1000)
  expect(await after).toMatchObject({ value: { state: 'done', bad: ['100'] } })
})

test('a group that is not there cannot be searched', async () => {
  const { searches } = lab(four, [])
  expect(await searches.find(uuid(9))).toMatchObject({ ok: false, error: { kind: 'not-found' } })
})

test('renewing the group ends its search and takes away what it showed', async () => {
  const { searches, clock, asked, shown } = lab(four, ['100'])
  const end = searches.find(four.id)
  await settled()
  searches.forget(four.id)
  expect(shown()).toBeNull()
  expect(await end).toMatchObject({ value: { state: 'stopped' } })
  await clock.pass(60_000)
  expect(asked).toHaveLength(1)
})

test('once all are stopped nothing is looked up or asked any more', async () => {
  const { searches, clock, groups, asked } = lab(four, ['100'])
  const end = searches.find(four.id)
  await settled()
  searches.stopAll()
  // The store is closed: whoever looks a group up now fails.
  groups.get = () => expect.unreachable('looked into a closed store')
  await clock.pass(60_000)
  expect(await end).toMatchObject({ value: { state: 'stopped' } })
  expect(asked).toHaveLength(1)
})

test('a vendor that changes its mind about the bad order accuses nobody', async () => {
  const { searches, script } = lab(aGroup({ orderIds: ids(8) }), [], 0)
  script.push(no(29))
  expect(await searches.find(four.id)).toMatchObject({
    value: { state: 'failed', bad: [], problem: expect.stringMatching(/answers changed/) },
  })
})

test('a bug does not leave it asking for ever', async () => {
  const { searches, shown, groups } = lab(four, [])
  const broken = searches.find(four.id)
  groups.get = () => {
    throw new Error('a bug')
  }
  await expect(broken).rejects.toThrow('a bug')
  groups.get = () => four
  expect(shown()).toMatchObject({ state: 'failed', problem: expect.stringMatching(/inside Leasebar/) })
})

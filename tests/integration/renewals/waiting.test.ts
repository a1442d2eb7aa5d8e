/** What the vendor asks to wait for, in the whole app without a desktop: obeyed, told, and ended by itself. */
import { expect, test } from 'vitest'
import type { BalanceView } from '../../../src/shared/contract/snapshot.ts'
import { kinds } from '../../support/domain.ts'
import { groupOf, openTestWorld, orders, type TestWorld } from '../../support/world.ts'

function view(world: TestWorld): BalanceView {
  const [balance] = world.core.state.snapshot().balances
  return balance ?? expect.unreachable('no balance')
}

/** Requests that arrived since, with the ms after which they did. */
function since(world: TestWorld, count: number, at: number): number[] {
  return world.vendor.requests.slice(count).map((entry) => entry.at - at)
}

test('a read that is asked to wait is shown with its next try, which happens by itself and not before', async () => {
  const world = await openTestWorld()
  const before = world.vendor.requests.length
  world.faults.plan({ endpoint: 'balance', kind: 'tooMany', retryAfter: 2 })
  const words = 'The vendor asks to wait 2 seconds before the next request.'
  expect(await world.core.balance.refresh(world.accountId)).toEqual({ ok: false, error: words })
  const asked = world.vendor.requests[before]?.at ?? 0
  const { nextTryAt, problem, offline } = view(world)
  expect(problem).toBe(words)
  expect(offline).toBe(false)
  expect((nextTryAt ?? 0) - asked).toBeGreaterThanOrEqual(2000)
  expect((nextTryAt ?? 0) - asked).toBeLessThan(2500)

  // The schedule, the waking machine, `Check balance now`, the editor: nobody gets through.
  await world.core.refresh(world.accountId)
  await world.core.balance.refresh(world.accountId)
  expect(world.vendor.requests).toHaveLength(before + 1)
  expect(view(world).nextTryAt).toBe(nextTryAt)

  await expect.poll(() => view(world).problem, { timeout: 5000 }).toBeNull()
  expect(view(world).nextTryAt).toBeNull()
  const arrived = since(world, before + 1, asked)
  expect(arrived.length).toBeGreaterThanOrEqual(2)
  for (const ms of arrived) expect(ms).toBeGreaterThanOrEqual(2000)
})

test('a wait that is prolonged meanwhile is kept to as well', async () => {
  const world = await openTestWorld()
  const before = world.vendor.requests.length
  world.faults.plan({ endpoint: 'balance', kind: 'tooMany', retryAfter: 1, times: 2 })
  await world.core.balance.refresh(world.accountId)
  const first = view(world).nextTryAt ?? 0
  await expect.poll(() => view(world).nextTryAt ?? 0, { timeout: 5000 }).toBeGreaterThan(first)
  await expect.poll(() => view(world).problem, { timeout: 5000 }).toBeNull()
  const [one = 0, two = 0, three = 0] = world.vendor.requests
    .slice(before)
    .filter(({ endpoint }) => endpoint === 'balance')
    .map(({ at }) => at)
  expect(two - one).toBeGreaterThanOrEqual(1000)
  expect(three - two).toBeGreaterThanOrEqual(1000)
})

test('a click meanwhile sends nothing: the guard asks, and Renew anyway ends as not sent', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  world.faults.plan({ endpoint: 'balance', kind: 'tooMany', retryAfter: 3 })
  await world.core.balance.refresh(world.accountId)
  const before = world.vendor.requests.length

  const question = await world.asked(group)
  expect(question.findings).toEqual([
    { kind: 'no-quote', reason: 'The vendor asks to wait 3 seconds before the next request.' },
  ])
  const ended = await world.anyway(question)
  expect(ended.result).toMatchObject({ outcome: 'not sent', stage: 'before-sending' })
  expect(ended.result?.detail).toMatch(
    /^Nothing was sent and nothing was paid: The vendor asks to wait \d seconds? before/,
  )
  expect(world.vendor.requests).toHaveLength(before)

  await expect.poll(() => view(world).nextTryAt, { timeout: 6000 }).toBeNull()
  expect((await world.renew(group)).result?.outcome).toBe('renewed')
  expect(world.paid()).toBe(1)
})

test('after a paid call that was answered with 429 nothing is read before its Retry-After', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  world.fault({ kind: 'tooMany', retryAfter: 2 })
  expect((await world.renew(group)).result?.outcome).toBe('unknown')
  const count = world.vendor.requests.length
  const paidAt = world.vendor.paidRequests()[0]?.at ?? 0
  expect(kinds((await world.asked(group)).findings)).toEqual(['unknown-before', 'no-quote'])
  await expect.poll(() => world.vendor.requests.length, { timeout: 6000 }).toBeGreaterThan(count)
  for (const ms of since(world, count, paidAt)) expect(ms).toBeGreaterThanOrEqual(2000)
  expect(world.paid()).toBe(1)
})

test('the ends after a renewal are read when the vendor lets them be', async () => {
  const world = await openTestWorld()
  // The first list is read on the way to the renewal, the second after it.
  world.faults.plan({ endpoint: 'ipAddress', kind: 'tooMany', retryAfter: 1, nth: 2 })
  const group = groupOf(world, 'IPv4')
  const { intent, result } = await world.renew(group)
  expect(result?.outcome).toBe('renewed')
  const after = () => world.store.journal.get(intent.id)?.endsAfter ?? []
  await expect.poll(after, { timeout: 5000 }).toHaveLength(1)
  expect(after()[0]?.endsAt).toBe((intent.endsBefore[0]?.endsAt ?? 0) + 30 * 86_400_000)
  expect(kinds((await world.asked(group)).findings)).toEqual(['renewed-lately'])
})

test('paid calls keep their gap over a restart', async () => {
  const world = await openTestWorld({ paidGap: 1500 })
  const first = await world.renew(groupOf(world, 'IPv4'))
  const second = groupOf(world, 'ISP')
  await world.restart()
  expect((await world.renew(second)).result?.outcome).toBe('renewed')
  const [, at = 0] = world.vendor.paidRequests().map((entry) => entry.at)
  expect(at - (first.result?.endedAt ?? 0)).toBeGreaterThanOrEqual(1500)
})

test('paid calls of one account reach the vendor two seconds apart', async () => {
  const world = await openTestWorld({ paidGap: 2000 })
  const groups = [groupOf(world, 'IPv4'), groupOf(world, 'ISP'), world.group('Two', [orders.IPv4two])]
  const ended = await Promise.all(groups.map((group) => world.renew(group)))
  const times = world.vendor.paidRequests().map((entry) => entry.at)
  expect(times).toHaveLength(3)
  for (const [index, { result }] of ended.slice(0, -1).entries()) {
    expect((times[index + 1] ?? 0) - (result?.endedAt ?? 0)).toBeGreaterThanOrEqual(2000)
  }
})

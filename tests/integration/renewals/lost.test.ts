import { expect, test } from 'vitest'
import type { FaultPlan } from '../../../src/main/practice/faults.ts'
import type { Group } from '../../../src/shared/domain/group.ts'
import type { Renewal } from '../../../src/shared/domain/renewal.ts'
import { money } from '../../support/domain.ts'
import { groupOf, KEY, manyOrders, openTestWorld, orders, type TestWorld } from '../../support/world.ts'

/** What a lost reply must come to, whatever it was lost by: one paid request, `unknown`, and a guard that knows. */
async function lostBy(world: TestWorld, group: Group, plan: FaultPlan): Promise<Renewal> {
  const before = world.paid()
  const planned = world.fault(plan)
  const renewal = await world.renew(group)
  expect(planned.taken).toBe(1)
  expect(renewal.result).toMatchObject({ outcome: 'unknown', stage: 'exchange' })
  expect(renewal.result?.detail).toContain('may or may not have been paid')
  expect(world.paid() - before).toBe(1)
  expect(world.store.journal.get(renewal.intent.id)?.result?.outcome).toBe('unknown')
  const question = await world.asked(group)
  expect(question.findings).toContainEqual({
    kind: 'unknown-before',
    renewalId: renewal.intent.id,
    orderIds: group.orderIds,
    startedAt: renewal.intent.startedAt,
    sum: renewal.intent.quote?.price,
  })
  expect(world.paid() - before).toBe(1)
  return renewal
}

const losses: readonly (readonly [string, FaultPlan, { readonly httpStatus: number | null }])[] = [
  ['a reset before acting', { kind: 'resetBeforeActing' }, { httpStatus: null }],
  ['a close before acting', { kind: 'resetBeforeActing', clean: true }, { httpStatus: null }],
  ['a reset after acting', { kind: 'resetAfterActing' }, { httpStatus: null }],
  ['a close after acting', { kind: 'resetAfterActing', clean: true }, { httpStatus: null }],
  ['an HTML page on 200', { kind: 'html', status: 200 }, { httpStatus: 200 }],
  ['an HTML page on 500', { kind: 'html', status: 500 }, { httpStatus: 500 }],
  ['an HTML page on 502', { kind: 'html', status: 502 }, { httpStatus: 502 }],
  ['the true success on 500', { kind: 'status', status: 500 }, { httpStatus: 500 }],
  ['the true success on 201', { kind: 'status', status: 201 }, { httpStatus: 201 }],
  ['the true success on 421', { kind: 'status', status: 421 }, { httpStatus: 421 }],
  ['the true success on 408', { kind: 'status', status: 408 }, { httpStatus: 408 }],
  ['429', { kind: 'tooMany' }, { httpStatus: 429 }],
  ['429 with Retry-After', { kind: 'tooMany', retryAfter: 1 }, { httpStatus: 429 }],
  ['503 with Retry-After', { kind: 'status', status: 503 }, { httpStatus: 503 }],
  ['cut JSON with a length that is right', { kind: 'truncated', length: 'right' }, { httpStatus: 200 }],
  ['cut JSON with a length that is not', { kind: 'truncated', length: 'wrong' }, { httpStatus: 200 }],
  ['301 to the same address', { kind: 'redirect', status: 301 }, { httpStatus: 301 }],
  ['302 to the same address', { kind: 'redirect', status: 302 }, { httpStatus: 302 }],
  ['303 to the same address', { kind: 'redirect', status: 303 }, { httpStatus: 303 }],
  ['307 to the same address', { kind: 'redirect', status: 307 }, { httpStatus: 307 }],
  ['308 to the same address', { kind: 'redirect', status: 308 }, { httpStatus: 308 }],
  [
    '307 to another machine',
    { kind: 'redirect', status: 307, location: 'https://evil.invalid/' },
    { httpStatus: 307 },
  ],
  ['an empty reply', { kind: 'raw', status: 200, text: '' }, { httpStatus: 200 }],
  ['JSON that is no reply', { kind: 'raw', status: 200, text: '[]' }, { httpStatus: 200 }],
  [
    'success as a word',
    { kind: 'raw', status: 200, text: '{"success":"true","error":null}' },
    { httpStatus: 200 },
  ],
  [
    'two replies in one',
    { kind: 'raw', status: 200, text: '{"success":true}{"success":true}' },
    { httpStatus: 200 },
  ],
]

test('whatever loses the reply leaves one paid request and an unknown that the guard names', async () => {
  const world = await openTestWorld({ settles: false, account: { orders: manyOrders(losses.length) } })
  for (const [at, [name, plan, expected]] of losses.entries()) {
    const group = world.group(name, [`${7_000_000 + at}`])
    const renewal = await lostBy(world, group, plan)
    expect(renewal.result, name).toMatchObject(expected)
    // A Retry-After holds the next quote back.
    world.switches.passed += 2000
  }
  expect(world.paid()).toBe(losses.length)
  expect(world.store.journal.unsettled(world.accountId)).toHaveLength(losses.length)
})

test('a reply that breaks off after any byte is an unknown', async () => {
  const measured = await openTestWorld({ settles: false, account: { orders: manyOrders(1) } })
  const whole = await measured.renew(measured.group('Whole', ['7000000']))
  const length = Buffer.byteLength(whole.result?.reply ?? '')
  expect(length).toBeGreaterThan(200)
  const edges = [0, 1, 2, 20, 21, length - 3, length - 2, length - 1]
  const offsets = [...edges, ...Array.from({ length: 12 }, (_, at) => 30 + at * 15)]
  const world = await openTestWorld({ settles: false, account: { orders: manyOrders(offsets.length) } })
  for (const [at, bytes] of offsets.entries()) {
    // The same reply each time, to the byte.
    Object.assign(world.books.account(KEY) ?? {}, { balance: 1_000_000 })
    const group = world.group(`After ${bytes}`, [`${7_000_000 + at}`])
    await lostBy(world, group, { kind: 'resetDuringReply', bytes, clean: at % 2 === 0 })
  }
  expect(world.paid()).toBe(offsets.length)
})

test('no answer within the limit: the request is not repeated, and the money may be gone', async () => {
  const world = await openTestWorld({ settles: false, paidLimitMs: 300 })
  const group = groupOf(world, 'IPv4')
  const begin = performance.now()
  const { result } = await lostBy(world, group, { kind: 'hang' })
  expect(performance.now() - begin).toBeGreaterThanOrEqual(299)
  expect(result).toMatchObject({ httpStatus: null, reply: null })
  expect(result?.detail).toContain('0.3 seconds')
  expect(world.books.paid).toHaveLength(1)
})

test('a vendor that carries the request out after we stopped waiting is paid once, and stays unknown', async () => {
  const world = await openTestWorld({ settles: false, paidLimitMs: 200 })
  const group = groupOf(world, 'IPv4')
  const planned = world.fault({ kind: 'none', hold: 'beforeActing' })
  const renewal = await world.renew(group)
  expect(renewal.result?.outcome).toBe('unknown')
  planned.release()
  await expect.poll(() => world.books.paid.length).toBe(1)
  expect((await world.asked(group)).findings).toMatchObject([{ kind: 'unknown-before', sum: money(2.8) }, {}])
  expect(world.paid()).toBe(1)
})

test('Renew anyway over an unknown pays exactly once more', async () => {
  const world = await openTestWorld({ settles: false })
  const group = groupOf(world, 'IPv4')
  world.fault({ kind: 'resetAfterActing' })
  const first = await world.renew(group)
  const question = await world.asked(group)
  expect(question.findings[0]).toMatchObject({ kind: 'unknown-before', sum: money(2.8) })
  const second = await world.anyway(question)
  expect(second.result?.outcome).toBe('renewed')
  expect(second.intent.confirmed[0]).toMatchObject({ kind: 'unknown-before', renewalId: first.intent.id })
  expect(world.paid()).toBe(2)
  expect(world.books.paid).toHaveLength(2)
  // The first stays unknown: only evidence or a person settles it.
  expect(world.store.journal.get(first.intent.id)?.result?.outcome).toBe('unknown')
})

test('another group with one of the orders is guarded too, and one without is not', async () => {
  const world = await openTestWorld({ settles: false })
  world.fault({ kind: 'html', status: 502 })
  await world.renew(groupOf(world, 'IPv4'))
  const other = world.group('Other', [orders.IPv4two, orders.IPv4])
  expect((await world.asked(other)).findings[0]).toMatchObject({ orderIds: [orders.IPv4] })
  expect((await world.renew(world.group('Free', [orders.IPv4two]))).result?.outcome).toBe('renewed')
})

test('after a new start the unknown is still there, and still asks', async () => {
  const world = await openTestWorld({ settles: false })
  const group = groupOf(world, 'IPv4')
  world.fault({ kind: 'resetAfterActing' })
  const { intent } = await world.renew(group)
  expect(await world.restart()).toEqual([])
  expect(world.store.journal.get(intent.id)?.result?.outcome).toBe('unknown')
  expect((await world.asked(group)).findings).toContainEqual(
    expect.objectContaining({ kind: 'unknown-before', renewalId: intent.id }),
  )
  expect(world.paid()).toBe(1)
})

test('a person settles it: renewed guards for a day, not renewed frees the orders', async () => {
  const world = await openTestWorld({ settles: false })
  const group = groupOf(world, 'IPv4')
  world.fault({ kind: 'resetAfterActing' })
  const first = await world.renew(group)
  expect(world.core.settle(first.intent.id, 'it-went-through')).toMatchObject({
    ok: true,
    value: { settlement: { outcome: 'renewed', by: 'person' } },
  })
  expect((await world.asked(group)).findings[0]).toMatchObject({ kind: 'renewed-lately' })
  expect(world.core.settle(first.intent.id, 'it-did-not')).toMatchObject({ error: { kind: 'not-unknown' } })

  const two = groupOf(world, 'ISP')
  world.fault({ kind: 'resetBeforeActing' })
  const second = await world.renew(two)
  expect(world.core.settle(second.intent.id, 'it-did-not')).toMatchObject({ ok: true })
  expect((await world.renew(two)).result?.outcome).toBe('renewed')
  expect(world.books.paid).toHaveLength(2)
  await world.restart()
  expect(world.store.journal.get(first.intent.id)?.settlement?.outcome).toBe('renewed')
  expect(world.store.journal.get(second.intent.id)?.settlement?.outcome).toBe('not renewed')
})

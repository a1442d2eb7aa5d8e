/** `Renew all due` on real parts: what stops it. What the vendor was asked to be paid for is counted at the vendor. */
import { expect, test } from 'vitest'
import { kinds, money } from '../../support/domain.ts'
import { due, paid, planned, press, refusal, row, statuses } from '../../support/dueBench.ts'
import { KEY } from '../../support/world.ts'

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

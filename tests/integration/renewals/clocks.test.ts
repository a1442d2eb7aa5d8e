/** A wall clock that a person, the network or a flat battery sets: it hides no renewal and no sum. */
import { expect, test } from 'vitest'
import { kinds } from '../../support/domain.ts'
import { groupOf, openTestWorld, orders } from '../../support/world.ts'

const DAY = 86_400_000

test.each([
  ['forward by three days', 3 * DAY],
  ['forward by a year', 365 * DAY],
  ['back by three days', -3 * DAY],
  ['back by a year', -365 * DAY],
])('set %s, a renewal of a moment ago is asked about, also after a restart', async (_name, ms) => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  await world.renew(group)
  world.switches.wallJump = ms
  expect(kinds((await world.asked(group)).findings)).toContain('renewed-lately')
  await world.restart()
  expect(kinds((await world.asked(group)).findings)).toContain('renewed-lately')
  expect(world.paid()).toBe(1)
})

test('a renewal made while the clock was wrong is asked about after it was put right', async () => {
  for (const ms of [3 * DAY, -3 * DAY]) {
    const world = await openTestWorld()
    const group = groupOf(world, 'IPv4')
    world.switches.wallJump = ms
    await world.renew(group)
    world.switches.wallJump = 0
    expect(kinds((await world.asked(group)).findings), String(ms)).toContain('renewed-lately')
    expect(world.paid()).toBe(1)
  }
})

test('set forward, what was spent today still counts against the day’s limit', async () => {
  const world = await openTestWorld()
  expect(world.core.accounts.update(world.accountId, { dayLimit: '5' })).toMatchObject({ ok: true })
  const first = await world.renew(groupOf(world, 'IPv4'))
  expect(first.result?.outcome).toBe('renewed')
  world.switches.wallJump = 2 * DAY
  const second = world.group('Two', [orders.IPv4two], { rentPeriodDays: '90' })
  expect(kinds((await world.asked(second)).findings)).toContain('over-limit')
  await world.restart()
  expect(kinds((await world.asked(second)).findings)).toContain('over-limit')
  expect(world.paid()).toBe(1)
})

test('set back, the vendor’s auto-extend of the next two days is still asked about', async () => {
  const soon = Date.now() + DAY
  const world = await openTestWorld({
    account: { orders: [{ id: '77', type: 'IPv4', end: soon, autoExtendDays: 30 }] },
  })
  world.switches.wallJump = -9 * DAY
  const question = await world.asked(world.group('Auto', ['77']))
  expect(kinds(question.findings)).toContain('auto-extend-soon')
  expect(world.paid()).toBe(0)
})

test('a clock that is a day off is said by what the vendor answers, until it is right', async () => {
  const world = await openTestWorld()
  const titles = () => world.core.state.snapshot().notices.map(({ title }) => title)
  expect(titles()).toEqual([])
  for (const [ms, words] of [
    [-DAY, '1 day behind'],
    [DAY, '1 day ahead of'],
  ] as const) {
    world.switches.wallJump = ms
    await world.core.refresh(world.accountId)
    expect(titles()).toEqual([`This computer’s clock is ${words} the vendor’s`])
    world.switches.wallJump = 0
    await world.core.refresh(world.accountId)
    expect(titles()).toEqual([])
  }
})

import { expect, test } from 'vitest'
import type { SwitchRefusal } from '../../../src/main/autoExtend/autoExtend.ts'
import type { FaultPlan } from '../../../src/main/practice/faults.ts'
import type { AutoExtendView, AutoSwitch } from '../../../src/shared/domain/autoExtend.ts'
import type { Group } from '../../../src/shared/domain/group.ts'
import { money } from '../../support/domain.ts'
import { groupOf, KEY, openTestWorld, orders, type TestWorld } from '../../support/world.ts'

const endpoint = 'extend/order/auto'
const both = [orders.IPv4, orders.IPv4two]

/** What reached the vendor to switch auto-extend. */
function requests(world: TestWorld) {
  return world.vendor.requests.filter((entry) => entry.endpoint === endpoint)
}

/** The days that the vendor's books say of some orders; null: off. */
function inBooks(world: TestWorld, ids: readonly string[] = both): (number | null | undefined)[] {
  return ids.map((id) => world.books.account(KEY)?.orders.get(id)?.autoExtendDays)
}

/** How it stands as windows are told. */
function shown(world: TestWorld, group: Group): AutoExtendView {
  const view = world.core.state.snapshot().groups.find((one) => one.group.id === group.id)
  return view ? view.autoExtend : expect.unreachable('no such group')
}

async function pressed(world: TestWorld, group: Group, on: boolean): Promise<AutoSwitch> {
  const answer = await world.core.autoExtend.press(group.id, on)
  return answer.ok ? answer.value : expect.unreachable(answer.error.message)
}

async function refusedHere(world: TestWorld, group: Group, on = true): Promise<SwitchRefusal> {
  const answer = await world.core.autoExtend.press(group.id, on)
  return answer.ok ? expect.unreachable(JSON.stringify(answer.value)) : answer.error
}

const fault = (world: TestWorld, plan: FaultPlan) => world.faults.plan({ endpoint, ...plan })

test('on and off: one request each with the group’s period, written down, and shown once the list was read', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', both, { rentPeriodDays: '60' })
  expect(shown(world, group)).toMatchObject({ state: 'none', orders: 2, on: 0, last: null })

  const on = await pressed(world, group, true)
  expect(on.end).toMatchObject({ kind: 'switched', httpStatus: 200, vendorError: null })
  expect(on.end?.detail).toContain('60 days at a time')
  expect(JSON.parse(on.end?.reply ?? '')).toMatchObject({ success: true, quantity: 2 })
  expect(inBooks(world)).toEqual([60, 60])
  await expect.poll(() => shown(world, group).state).toBe('all')
  expect(shown(world, group)).toMatchObject({
    on: 2,
    last: { on: true, rentPeriodDays: 60, end: { kind: 'switched' } },
  })

  const off = await pressed(world, group, false)
  expect(off.end?.kind).toBe('switched')
  expect(inBooks(world)).toEqual([null, null])
  await expect.poll(() => shown(world, group).state).toBe('none')

  const body = { proxyType: 'IPv4', orderIds: both, rentPeriodDays: 60 }
  expect(requests(world).map((entry) => JSON.parse(entry.body))).toEqual([
    { ...body, autoExtend: true },
    { ...body, autoExtend: false },
  ])
  expect(world.store.autoSwitches.get(on.id)).toEqual(on)
  expect(world.store.autoSwitches.get(off.id)).toEqual(off)
  // It costs nothing, and is no renewal.
  expect(world.paid()).toBe(0)
  expect(world.books.balanceOf(KEY)).toBe(100)
  expect(world.store.journal.lastByGroup().size).toBe(0)
})

test('some: orders that are on stand beside others, and beside one that the vendor does not list', async () => {
  const world = await openTestWorld()
  const one = world.group('One', [orders.IPv4])
  const more = world.group('More', [...both, '404'])
  await pressed(world, one, true)
  await expect.poll(() => shown(world, one).state).toBe('all')
  expect(shown(world, more)).toMatchObject({ state: 'some', orders: 3, on: 1, notListed: 1 })
})

test('refused: the vendor’s words are kept, nothing is switched, and it is not asked again', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', [orders.IPv4, '404'])
  const { end, id } = await pressed(world, group, true)
  expect(end).toMatchObject({ kind: 'refused', vendorError: { code: 29, message: 'Incorrect orderIds' } })
  expect(end?.detail).toBe('The vendor refused to switch it on: Incorrect orderIds (error 29).')
  expect(world.store.autoSwitches.get(id)?.end).toEqual(end)
  expect(inBooks(world)).toEqual([null, null])
  expect(requests(world)).toHaveLength(1)
})

test('a key that the vendor does not know any more is known as refused from then on', async () => {
  const world = await openTestWorld()
  const group = groupOf(world, 'IPv4')
  world.books.importState({ version: 1, accounts: [] })
  expect((await pressed(world, group, true)).end).toMatchObject({ kind: 'refused', vendorError: { code: 2 } })
  expect(world.core.accounts.list()).toMatchObject([{ keyRefused: true }])
})

test('a yes that differs from what was asked is said', async () => {
  const world = await openTestWorld()
  fault(world, { kind: 'odd', change: (reply) => ({ ...reply, quantity: 1, rentPeriodDays: 360 }) })
  const { end } = await pressed(world, world.group('Shop', both), true)
  expect(end?.kind).toBe('switched')
  expect(end?.detail).toContain('speaks of 1, and 2 orders were asked for')
  expect(end?.detail).toContain('360 days instead of 30 days')
})

const lost: readonly (readonly [what: string, plan: FaultPlan, acts: boolean])[] = [
  ['a reset after it was done', { kind: 'resetAfterActing' }, true],
  ['a reset before anything was done', { kind: 'resetBeforeActing' }, false],
  ['half a reply', { kind: 'truncated', length: 'wrong' }, true],
  ['an error page', { kind: 'html', status: 502 }, true],
  ['a request to wait', { kind: 'tooMany', acts: false }, false],
  ['no limit kept', { kind: 'none', hold: 'beforeReply' }, true],
]

test.each(lost)(
  'unknown after %s: one request, and the list that is read then shows it',
  async (_what, plan, acts) => {
    const world = await openTestWorld()
    const group = world.group('Shop', both)
    fault(world, plan)
    const { end, id } = await pressed(world, group, true)
    expect(end?.kind).toBe('unknown')
    expect(end?.detail).toContain('It may or may not have been switched on')
    expect(world.store.autoSwitches.get(id)?.end).toEqual(end)
    const asked = () => world.vendor.requests.filter((entry) => entry.endpoint === 'ipAddress').length
    await expect.poll(() => asked(), { timeout: 10_000 }).toBeGreaterThan(1)
    if (acts) await expect.poll(() => shown(world, group).state).toBe('all')
    else expect(inBooks(world)).toEqual([null, null])
    expect(requests(world)).toHaveLength(1)
  },
)

test('not sent where no connection comes about, and written down as that', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', both)
  await world.vendor.close()
  const { end, id } = await pressed(world, group, true)
  expect(end).toMatchObject({ kind: 'not sent', reply: null })
  expect(end?.detail).toMatch(/^Nothing was sent, and nothing was switched\. /)
  expect(world.store.autoSwitches.get(id)?.end).toEqual(end)
})

test('a disk that refuses the row: nothing reaches the vendor, and it is said', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', both)
  world.switches.failBegin = true
  expect(await refusedHere(world, group)).toEqual({
    kind: 'disk',
    message: 'Nothing was sent, and nothing was switched. The disk is full.',
  })
  expect(requests(world)).toEqual([])
  expect(shown(world, group)).toMatchObject({ switching: null, last: null })
})

test('a disk that refuses the answer loses nothing: held, shown, written when it can be', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', both)
  world.switches.failFinish = true
  const { id, end } = await pressed(world, group, true)
  expect(end?.detail).toContain('The disk refused to keep this')
  expect(shown(world, group).last?.end).toMatchObject({ kind: 'switched', detail: end?.detail })
  expect(world.store.autoSwitches.get(id)?.end).toBeNull()
  world.switches.failFinish = false
  world.core.flushUnsaved()
  expect(world.store.autoSwitches.get(id)?.end).toMatchObject({ kind: 'switched', httpStatus: 200 })
  expect(shown(world, group).last?.end?.detail).not.toContain('disk')
})

test('a row that a crash left without its end is unknown at the next start; the list shows how it stands', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', both)
  world.switches.failFinish = true
  const { id } = await pressed(world, group, true)
  await world.restart()
  expect(world.store.autoSwitches.get(id)?.end).toMatchObject({ kind: 'unknown', reply: null })
  expect(world.store.autoSwitches.get(id)?.end?.detail).toContain('Leasebar ended before')
  expect(shown(world, group)).toMatchObject({ state: 'all', last: { on: true, end: { kind: 'unknown' } } })
  expect(requests(world)).toHaveLength(1)
})

test('a second press joins the first; one for the other way is told to wait', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', both)
  const held = fault(world, { kind: 'none', hold: 'beforeReply' })
  const first = pressed(world, group, true)
  await held.reached
  const second = pressed(world, group, true)
  expect(shown(world, group).switching).toBe('on')
  expect(await refusedHere(world, group, false)).toMatchObject({ kind: 'busy' })
  held.release()
  expect(await second).toEqual(await first)
  expect(requests(world)).toHaveLength(1)
})

test('it waits for a paid call of its account, and a renewal waits for it', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', [orders.IPv4])
  const other = world.group('Other', [orders.IPv4two])
  const paying = world.fault({ kind: 'none', hold: 'beforeReply' })
  const renewal = world.renew(group)
  await paying.reached
  const switched = pressed(world, other, true)
  const after = world.renew(other)
  // Time enough for a request that does not wait.
  await world.core.balance.refresh(world.accountId)
  expect(requests(world)).toEqual([])
  paying.release()
  expect((await renewal).result?.outcome).toBe('renewed')
  expect((await switched).end?.kind).toBe('switched')
  expect((await after).result?.outcome).toBe('renewed')
  const order = world.vendor.requests.flatMap((entry) =>
    entry.endpoint === endpoint || entry.endpoint === 'extend/order' ? entry.endpoint : [],
  )
  expect(order).toEqual(['extend/order', endpoint, 'extend/order'])
})

test('a press that had to wait is not carried out for a group that was changed, deleted, or too late', async () => {
  const world = await openTestWorld()
  const [changed, gone, late] = [
    world.group('Changed', [orders.IPv4]),
    world.group('Gone', [orders.IPv4]),
    world.group('Late', [orders.IPv4]),
  ]
  const paying = world.fault({ kind: 'none', hold: 'beforeReply' })
  const renewal = world.renew(world.group('Paid', [orders.IPv4two]))
  await paying.reached
  const answers = Promise.all([changed, gone, late].map((group) => refusedHere(world, group)))
  world.group('Changed', both, { id: changed.id })
  world.core.groups.delete(gone.id)
  world.switches.wallJump = 6 * 60_000
  paying.release()
  await renewal
  for (const { message } of await answers) expect(message).toContain('Nothing was sent')
  expect(requests(world)).toEqual([])
})

test('without the key nothing is sent, and it is said why', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', both)
  await world.restart({ withKey: false })
  expect(await refusedHere(world, group)).toMatchObject({ kind: 'key' })
  expect(requests(world)).toEqual([])
})

test('a press on a group that is not there reaches nobody', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', both)
  world.core.groups.delete(group.id)
  expect(await refusedHere(world, group)).toMatchObject({ kind: 'not-found' })
})

test('the balance that comes with the answer is taken in', async () => {
  const world = await openTestWorld()
  fault(world, { kind: 'odd', change: (reply) => ({ ...reply, balance: 42 }) })
  await pressed(world, world.group('Shop', both), true)
  expect(world.core.balance.money(world.accountId)).toEqual(money(42))
})

test('an account that is removed meanwhile leaves the row, and no balance', async () => {
  const world = await openTestWorld()
  const group = world.group('Shop', both)
  const held = fault(world, { kind: 'none', hold: 'beforeReply' })
  const switched = pressed(world, group, true)
  await held.reached
  expect((await world.core.accounts.remove(world.accountId, true)).ok).toBe(true)
  held.release()
  const { id, end } = await switched
  expect(end?.kind).toBe('switched')
  expect(world.store.autoSwitches.get(id)?.end).toEqual(end)
  expect(world.store.balances.latest(world.accountId)).toBeNull()
})

test('what the vendor echoes of the key is kept nowhere', async () => {
  const world = await openTestWorld()
  fault(world, { kind: 'error', code: 29, message: `no ${KEY} here`, acts: false })
  const { end } = await pressed(world, world.group('Shop', both), true)
  expect(end?.kind).toBe('refused')
  expect(JSON.stringify(end)).not.toContain('canary')
  expect(end?.reply).toContain('•••')
})

test('nor a login that its answer carries', async () => {
  const world = await openTestWorld()
  const authInfo = { login: 'proxy-user', password: 'proxy-secret' }
  fault(world, { kind: 'odd', change: (reply) => ({ ...reply, addresses: [{ id: '1', authInfo }] }) })
  const { end } = await pressed(world, world.group('Shop', both), true)
  expect(end?.reply).toContain('authInfo')
  expect(end?.reply).not.toMatch(/proxy-(user|secret)/)
})

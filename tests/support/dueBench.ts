/** `Renew all due` on real parts, for its integration tests: groups that are due, the plan, the press, what was paid. */
import { expect } from 'vitest'
import type { FaultPlan } from '../../src/main/practice/faults.ts'
import type { OrderSeed } from '../../src/main/practice/stock.ts'
import { type DueRow, type DueRun, dueRunSchema } from '../../src/shared/domain/dueRun.ts'
import type { Group } from '../../src/shared/domain/group.ts'
import { KEY, openTestWorld, type TestWorld, type WorldOptions } from './world.ts'

const HOUR = 3_600_000

/** So many groups of one order each, at $1.40, due one hour after the other; the last saved ends first. */
export async function due(count: number, balance = '100.00', options: WorldOptions = {}) {
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

/** The plan, with every price read; what a window is shown of it. */
export async function planned(world: TestWorld, wanted: Wanted): Promise<DueRun> {
  const plan = await world.core.dueRuns.plan(wanted)
  if (!plan.ok) return expect.unreachable(plan.error.message)
  expect(dueRunSchema.safeParse(plan.value).error).toBeUndefined()
  expect(plan.value).toEqual(world.core.dueRuns.state())
  expect(plan.value.phase).toBe('asking')
  return plan.value
}

/** `Pay`, whatever comes of it. */
export function press(world: TestWorld, plan: DueRun) {
  return world.core.dueRuns.pay(plan.confirmation?.id ?? expect.unreachable('nothing to press'))
}

/** `Pay`, and the run at its end. */
export async function paid(world: TestWorld, plan: DueRun): Promise<DueRun> {
  const run = await press(world, plan)
  if (!run.ok) return expect.unreachable(run.error.message)
  expect(dueRunSchema.safeParse(run.value).error).toBeUndefined()
  expect(run.value.phase).toBe('ended')
  return run.value
}

/** Orders that the vendor was asked to be paid for, in the order of asking. */
export function paidOrders(world: TestWorld): string[] {
  return world.vendor.paidRequests().flatMap(({ body }) => JSON.parse(body).orderIds as string[])
}

/** What became of each row: its outcome, else how far it came. */
export const statuses = (run: DueRun): string[] => run.rows.map(({ status, outcome }) => outcome ?? status)
/** A row of a run by its place. */
export const row = (run: DueRun, at: number): DueRow => run.rows[at] ?? expect.unreachable('no such row')
/** A group's id. */
export const idOf = (group: Group | undefined): string => group?.id ?? expect.unreachable('no such group')

/** One address more: the order costs twice as much. */
export function priceRises(world: TestWorld, group: Group | undefined): void {
  const order = world.books.account(KEY)?.orders.get(group?.orderIds[0] ?? '')
  const [address] = order?.addresses ?? []
  if (!order || !address) throw new Error('no such order')
  order.addresses.push({ ...address, id: '3000000000000000009' })
}

/** A refusal at the payment, with nothing taken, as the vendor's samples show it. */
export function refusal(code: number): FaultPlan {
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

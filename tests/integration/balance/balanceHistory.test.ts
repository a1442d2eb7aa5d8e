import { expect, test } from 'vitest'
import { createHandlers } from '../../../src/main/ipc/handlers/handlers.ts'
import type { Services } from '../../../src/main/ipc/handlers/services.ts'
import { invokeSchemas } from '../../../src/shared/contract/schemas.ts'
import { money } from '../../support/domain.ts'
import { groupOf, openTestWorld } from '../../support/world.ts'

const nothing = money(0).amount

/** What a window is answered, once it has passed the contract as it does on its way. */
async function answers({ core, accountId }: Awaited<ReturnType<typeof openTestWorld>>) {
  const { balanceHistory } = core
  const handlers = createHandlers({ balanceHistory } as Services)
  const course = await handlers['balance.history']({ accountId, since: 0 })
  const months = await handlers['balance.spending']({ accountId })
  if (!course.ok || !months.ok) return expect.unreachable('no answer')
  return {
    course: invokeSchemas['balance.history'].reply.parse(course.value),
    months: invokeSchemas['balance.spending'].reply.parse(months.value).months,
  }
}

test('what was renewed stands where the balance fell, and in this month’s sum; an unknown stands apart', async () => {
  const world = await openTestWorld({ settles: false })
  const paid = await world.renew(groupOf(world, 'IPv4'))
  world.fault({ kind: 'html', status: 500, acts: true })
  const lost = await world.renew(groupOf(world, 'IPv6'))
  expect([paid.result?.outcome, lost.result?.outcome]).toEqual(['renewed', 'unknown'])

  const { course, months } = await answers(world)
  const price = paid.intent.quote?.price
  const maybe = lost.intent.quote?.price
  expect(course.payments).toEqual([
    { at: paid.result?.endedAt, groupName: paid.intent.groupName, price, outcome: 'renewed' },
    { at: lost.result?.endedAt, groupName: lost.intent.groupName, price: maybe, outcome: 'unknown' },
  ])
  const fall = course.points.find(({ at }) => at === paid.result?.endedAt)
  expect(fall?.amount).toBe(paid.result?.balanceAfter?.amount)
  expect(course).toMatchObject({ currency: 'USD', otherReadings: 0 })
  const spent = { currency: 'USD', renewed: 1, paid: price?.amount, maybe: 1, maybePaid: maybe?.amount }
  expect(course.spent).toEqual([spent])
  expect(months.map((month) => month.spent)).toEqual([[spent], ...Array.from({ length: 11 }, () => [])])

  const { id } = lost.intent
  expect(world.core.settle(id, 'it-did-not').ok).toBe(true)
  const settled = { ...spent, maybe: 0, maybePaid: nothing }
  expect((await answers(world)).months[0]?.spent).toEqual([settled])
})

test('of an account nobody knows there is no course and no sum', async () => {
  const world = await openTestWorld()
  await world.renew(groupOf(world, 'IPv4'))
  const { course, months } = await answers({
    ...world,
    accountId: '00000000-0000-4000-8000-000000000001',
  })
  expect(course).toEqual({ currency: null, points: [], otherReadings: 0, payments: [], spent: [] })
  expect(months.flatMap(({ spent }) => spent)).toEqual([])
})

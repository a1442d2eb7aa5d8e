/** A hostile reply to the paid call: what it does to the outcome, to the money, and to what a person is told. */
import { expect, test } from 'vitest'
import { outcomeNotification } from '../../../src/main/watch/outcomeNotification.ts'
import { snapshotSchema } from '../../../src/shared/contract/snapshot.ts'
import type { Renewal } from '../../../src/shared/domain/renewal.ts'
import { currentOutcome } from '../../../src/shared/domain/rules/outcomes.ts'
import { hostileValues, places, unseen } from '../../support/hostile.ts'
import { manyOrders, openTestWorld, type TestWorld } from '../../support/world.ts'

/** A refusal as the vendor's samples show it, with nothing taken. */
const refusal = JSON.stringify({
  success: false,
  rentPeriodDays: 0,
  quantity: 0,
  balance: 1000,
  currency: 'USD',
  error: { code: 29, message: 'Incorrect orderIds' },
})
const success = JSON.stringify({
  success: true,
  proxyType: 'IPv4',
  rentPeriodDays: 30,
  quantity: 1,
  ipAddressIds: ['1'],
  balance: 998.6,
  currency: 'USD',
  error: null,
  promoCodeStatus: null,
})

/** Renews a fresh group for every value in every place of a reply; what came of each, by `place: value`. */
async function renewals(
  world: TestWorld,
  text: string,
  ids: Iterator<string>,
): Promise<Map<string, Renewal>> {
  const came = new Map<string, Renewal>()
  for (const { name, put } of places(text)) {
    for (const [what, json] of hostileValues) {
      const id: string = ids.next().value
      const group = world.group(`G ${id}`, [id])
      world.fault({ kind: 'raw', status: 200, text: put(json), acts: false })
      came.set(`${name}: ${what}`, await world.renew(group))
    }
  }
  return came
}

function tellsCleanly(where: string, renewal: Renewal): void {
  const told = outcomeNotification(renewal, { severalAccounts: false })
  if (!told) return
  expect(told.title.length, where).toBeLessThanOrEqual(100)
  expect(told.body.length, where).toBeLessThanOrEqual(500)
  expect(unseen.test(`${told.title}${told.body}`), where).toBe(false)
  // Its title is ours; what the vendor says stands in one pair of quotation marks, which it cannot close.
  expect(told.title, where).toMatch(/^(Renewed|Refused|Unknown|Not sent): G \d+$/)
  expect(told.body, where).not.toContain('”. Renewed')
}

test('whatever stands in the other fields, the outcome is what success and error say, and one request was paid for each', async () => {
  const orders = manyOrders(400)
  const world = await openTestWorld({ account: { orders, balance: '1000.00' } })
  const ids = orders.map(({ id }) => id).values()
  const renewed = await renewals(world, success, ids)
  for (const [where, renewal] of renewed) {
    const field = where.split(':')[0]
    const isJudged = field === 'success' || field === 'error'
    // `error: null` is the reply as it was.
    if (!isJudged) expect(currentOutcome(renewal), where).toBe('renewed')
    else if (where !== 'success: true' && where !== 'error: null') {
      expect(currentOutcome(renewal), where).toBe('unknown')
    }
    tellsCleanly(where, renewal)
  }
  expect(world.paid()).toBe(renewed.size)
  const { core } = world
  expect(snapshotSchema.safeParse(core.state.snapshot()).error).toBeUndefined()
}, 60_000)

test('a refusal whose fields are odd is refused or unknown, never renewed, and its words stay words', async () => {
  const orders = manyOrders(400)
  const world = await openTestWorld({ account: { orders, balance: '1000.00' } })
  const ids = orders.map(({ id }) => id).values()
  const refused = await renewals(world, refusal, ids)
  for (const [where, renewal] of refused) {
    const outcome = currentOutcome(renewal)
    expect(['refused', 'unknown'].includes(outcome ?? '') || where === 'success: true', where).toBe(true)
    if (where.startsWith('error.message') && !where.endsWith('null')) {
      const isText =
        typeof JSON.parse(hostileValues.find(([what]) => where.endsWith(`: ${what}`))?.[1] ?? '0') ===
        'string'
      expect(outcome, where).toBe(isText ? 'refused' : 'unknown')
    }
    tellsCleanly(where, renewal)
  }
  expect(world.paid()).toBe(refused.size)
}, 60_000)

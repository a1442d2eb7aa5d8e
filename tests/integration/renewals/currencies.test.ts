/** Two accounts of different currency on real parts: no place adds their money up, compares it or hides one of them. */
import { expect, test } from 'vitest'
import { dueRunNotification } from '../../../src/main/watch/dueRunNotification.ts'
import { trayModel } from '../../../src/main/watch/trayModel.ts'
import { money } from '../../support/domain.ts'
import { KEY, openTestWorld, type TestWorld } from '../../support/world.ts'

const HOUR = 3_600_000
const euroKey = 'k3y-of-the-second-account'

/** An account in dollars and one in euros, each with a group that is due. */
async function twoCurrencies(balances: { dollars: string; euros: string }) {
  const end = Date.now() + 20 * HOUR
  const world = await openTestWorld({
    account: { balance: balances.dollars, orders: [{ id: '8001', type: 'IPv4', end, addresses: 2 }] },
  })
  world.books.addAccount({
    key: euroKey,
    balance: balances.euros,
    currency: 'EUR',
    orders: [{ id: '8002', type: 'IPv4', end: end - HOUR }],
  })
  const connected = await world.core.accounts.connect({
    name: 'Euro',
    key: euroKey,
    apiUrl: world.vendor.url,
    addressConfirmed: true,
    sessionOnly: true,
  })
  if (!connected.ok) return expect.unreachable(connected.error.message)
  const { accountId: euro } = connected.value
  await world.core.refresh(euro)
  const groups = [world.group('Dollars', ['8001']), world.group('Euros', ['8002'], { accountId: euro })]
  return { world, euro, groups }
}

async function planned(world: TestWorld) {
  const plan = await world.core.planDue(null)
  return plan.ok ? plan.value : expect.unreachable(plan.error.message)
}

test('a plan over both names each sum by itself, weighs each against its own balance, and so does what was paid', async () => {
  const { world, euro } = await twoCurrencies({ dollars: '10.00', euros: '5.00' })
  const plan = await planned(world)
  expect(plan.sums).toEqual([money(1.4, 'EUR'), money(2.8)])
  expect(plan.accounts).toMatchObject([
    {
      accountId: euro,
      balanceBefore: money(5, 'EUR'),
      balanceAfter: money(3.6, 'EUR'),
      sums: [money(1.4, 'EUR')],
    },
    {
      accountId: world.accountId,
      balanceBefore: money(10),
      balanceAfter: money(7.2),
      sums: [money(2.8)],
    },
  ])
  expect(plan.rows.map(({ balanceAfter }) => balanceAfter)).toEqual([money(3.6, 'EUR'), money(7.2)])
  const run = await world.core.dueRuns.pay(plan.confirmation?.id ?? '')
  if (!run.ok) return expect.unreachable(run.error.message)
  expect(run.value.paid).toEqual([money(1.4, 'EUR'), money(2.8)])
  expect(run.value.accounts.map(({ balanceNow }) => balanceNow)).toEqual([money(3.6, 'EUR'), money(7.2)])
  expect(dueRunNotification(run.value)?.body).toBe('€1.40 and $2.80 paid.')
  expect(world.paid()).toBe(2)
})

test('what one account lacks is not made up by the other, though the numbers would reach', async () => {
  const { world, euro, groups } = await twoCurrencies({ dollars: '100.00', euros: '1.00' })
  const { id } = await planned(world)
  const plan = world.core.dueRuns.include(id, groups[1]?.id ?? '', true)
  if (!plan.ok) return expect.unreachable(plan.error.message)
  expect(plan.value.rows.map(({ covered }) => covered)).toEqual([false, true])
  expect(plan.value.sums).toEqual([money(2.8)])
  const run = await world.core.dueRuns.pay(plan.value.confirmation?.id ?? '')
  if (!run.ok) return expect.unreachable(run.error.message)
  expect(run.value.rows.map(({ status, outcome }) => outcome ?? status)).toEqual(['short', 'renewed'])
  expect(run.value.stops).toMatchObject([{ kind: 'funds', accountId: euro }])
  expect(run.value.paid).toEqual([money(2.8)])
  expect(world.paid()).toBe(1)
})

test('tray and forecast tell each account’s money in its own currency', async () => {
  const { world, groups } = await twoCurrencies({ dollars: '10.00', euros: '5.00' })
  for (const group of groups) await world.renew(group)
  const { snapshot } = world.core.state
  const { tooltip, items } = trayModel({ ...snapshot(), now: Date.now() })
  expect(tooltip).toContain('Leasebar · Main: $7.20 · Euro: €3.60')
  const labels = items.flatMap((item) => ('label' in item ? [item.label] : []))
  expect(labels).toContain('Main: $7.20')
  expect(labels).toContain('Euro: €3.60')
  const [dollars, euros] = snapshot().forecasts.map(({ words }) => words)
  expect(dollars).toMatch(/\$/)
  expect(dollars).not.toMatch(/€/)
  expect(euros).toMatch(/€/)
  expect(euros).not.toMatch(/\$/)
})

test('what was spent in one account counts against no limit of the other', async () => {
  const { world, euro, groups } = await twoCurrencies({ dollars: '10.00', euros: '5.00' })
  for (const [id, dayLimit] of [
    [world.accountId, '3'],
    [euro, '3'],
  ] as const) {
    expect(world.core.accounts.update(id, { dayLimit })).toMatchObject({ ok: true })
  }
  for (const group of groups) expect((await world.renew(group)).result?.outcome).toBe('renewed')
  expect(world.books.account(KEY)?.balance).toBe(72_000)
  expect(world.paid()).toBe(2)
})

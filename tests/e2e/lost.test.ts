import type { FaultKind, FaultPlan } from '../../src/main/practice/faults.ts'
import { matching, waitForNotification } from '../support/desktop/notifications.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import {
  balance,
  connect,
  guardDialog,
  openHistory,
  openView,
  outcome,
  renewButton,
  row,
  saveGroups,
} from './support/acts.ts'
import { expect, killApp, quitApp, type TestVendor, test, testKey } from './support/leasebar.ts'

const paidCall = { endpoint: 'extend/order' } as const

/** The vendor's list of orders cannot be read from now on, so that no evidence settles anything. */
const unreadableList: FaultPlan = { kind: 'html', status: 500, endpoint: 'ipAddress', times: 10_000 }

/** Ways to lose a reply after the vendor took the money, each with a group and an order of its own. */
const losses: readonly { readonly name: string; readonly fault: FaultKind }[] = [
  { name: 'Reset', fault: { kind: 'resetAfterActing' } },
  { name: 'Closed', fault: { kind: 'resetAfterActing', clean: true } },
  { name: 'Reset in the reply', fault: { kind: 'resetDuringReply', bytes: 40 } },
  { name: 'HTML', fault: { kind: 'html', status: 200 } },
  { name: 'HTTP 500', fault: { kind: 'status', status: 500 } },
  { name: 'Cut JSON', fault: { kind: 'truncated', length: 'right' } },
  { name: 'Cut short of its length', fault: { kind: 'truncated', length: 'wrong' } },
  { name: 'Redirect', fault: { kind: 'redirect', status: 307 } },
  // Last, because reading has to wait a second for it.
  { name: 'HTTP 429', fault: { kind: 'tooMany', retryAfter: 1 } },
]

function orderOf(index: number): string {
  return `900000000000000000${index}`
}

/** Paid requests that named an order. */
function paidFor(lab: TestVendor, orderId: string): number {
  return lab.vendor.paidRequests().filter(({ body }) => body.includes(orderId)).length
}

function addOrders(lab: TestVendor, count: number): void {
  const end = Date.now() + 200 * 3_600_000
  for (let index = 0; index < count; index += 1) {
    lab.world.addOrder(testKey, { id: orderOf(index), type: 'IPv4', addresses: 1, end })
  }
}

test('a reply lost after the money went: one paid request, told as Unknown, settled by the ends that moved', async ({
  start,
  lab,
}) => {
  addOrders(lab, losses.length)
  const first = await start()
  const { page } = first
  await connect(page, 'Main', testKey)
  await saveGroups(
    page,
    losses.map(({ name }, index) => ({ name, orderIds: orderOf(index) })),
  )
  for (const [index, { name, fault }] of losses.entries()) {
    const plan: FaultPlan = { ...fault, ...paidCall }
    lab.faults.plan(plan)
    await renewButton(page, name).click()
    await waitForNotification({ summary: `Unknown: ${name}` })
    const told = await waitForNotification({ summary: `Renewed: ${name}` })
    expect(told.body, name).toContain('Its end dates moved, so it went through.')
    await expect(outcome(row(page, name), 'Renewed')).toBeVisible()
    expect(paidFor(lab, orderOf(index)), name).toBe(1)
    expect(lab.world.paid, name).toHaveLength(index + 1)
  }
  expect(lab.faults.pending).toBe(0)
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(await quitApp(first)).toBe(0)

  const second = await start()
  for (const { name } of losses) await expect(outcome(row(second.page, name), 'Renewed')).toBeVisible()
  const table = await openHistory(second.page)
  await expect(outcome(table, 'Renewed')).toHaveCount(losses.length)
  await expect(table.getByRole('button', { name: 'It did not', exact: true })).toHaveCount(0)
  expect(lab.paid()).toBe(losses.length)
})

test('a reply lost while the vendor cannot be read: Unknown, also after a restart', async ({
  start,
  lab,
}) => {
  const first = await start()
  const { page } = first
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: '1111111111111111111' }])
  lab.faults.plan({ kind: 'resetAfterActing', ...paidCall })
  lab.faults.plan({ ...unreadableList, nth: 2 })
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Unknown')).toBeVisible()
  await waitForNotification({ summary: 'Unknown: Berlin' })
  await expect(page.getByRole('alert').filter({ hasText: 'Berlin' })).toContainText('paid')
  expect(await quitApp(first)).toBe(0)

  const second = await start()
  await expect(outcome(row(second.page, 'Berlin'), 'Unknown')).toBeVisible()
  const table = await openHistory(second.page)
  await expect(outcome(table, 'Unknown')).toHaveCount(1)
  await expect(table.getByRole('button', { name: 'It did not', exact: true })).toBeVisible()
  expect(lab.paid()).toBe(1)
})

test('a vendor that never answers is Unknown after the time limit', async ({ start, lab }) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: '1111111111111111111' }])
  // The limit is two minutes. The app is the shipped one, only the machine's timers run faster under it.
  await app.app.evaluate(() => {
    const real = globalThis.setTimeout
    const hurried = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      real(run, ms === 120_000 ? 2_000 : ms, ...args)
    globalThis.setTimeout = Object.assign(hurried, real)
  })
  lab.faults.plan({ kind: 'hang', ...paidCall, acts: false })
  await renewButton(page, 'Berlin').click()
  await expect(row(page, 'Berlin')).toContainText('Paying.')
  await expect(outcome(row(page, 'Berlin'), 'Unknown')).toBeVisible()
  const table = await openHistory(page)
  await expect(table).toContainText('120 seconds')
  expect(lab.paid()).toBe(1)
})

test('killed while the reply is on its way: Unknown, told, guarded, and settled by hand', async ({
  start,
  lab,
}) => {
  addOrders(lab, 1)
  const first = await start()
  await connect(first.page, 'Main', testKey)
  await saveGroups(first.page, [{ name: 'Berlin', orderIds: '1111111111111111111' }])
  const held = lab.faults.plan({ kind: 'none', ...paidCall, hold: 'beforeReply' })
  await renewButton(first.page, 'Berlin').click()
  await held.reached
  await killApp(first)
  expect(lab.world.paid).toHaveLength(1)
  lab.faults.plan(unreadableList)

  const second = await start()
  const { page } = second
  const told = await waitForNotification({ summary: 'Unknown: Berlin' })
  expect(told.body).toContain('may or may not have been paid ($2.80)')
  await expect(outcome(row(page, 'Berlin'), 'Unknown')).toBeVisible()
  const tray = await waitForTray({ pid: second.pid })
  await tray.waitForLook('that tells of an unknown renewal', ({ tooltip }) =>
    tooltip.includes('1 renewal unknown'),
  )

  await renewButton(page, 'Berlin').click()
  const dialog = guardDialog(page, 'Berlin')
  await expect(dialog).toContainText('$2.80 may be paid twice')
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(renewButton(page, 'Berlin')).toBeFocused()
  expect(lab.paid()).toBe(1)

  const table = await openHistory(page)
  await expect(outcome(table, 'Unknown')).toHaveCount(1)
  await table.getByRole('button', { name: 'It went through', exact: true }).click()
  await expect(outcome(table, 'Renewed')).toHaveCount(1)
  await expect(outcome(table, 'Unknown')).toHaveCount(0)
  await openView(page, 'Groups')
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  await tray.waitForLook('without an unknown renewal', ({ tooltip }) => !tooltip.includes('unknown'))
  // What went through was renewed in the last 24 hours: the guard still asks.
  await renewButton(page, 'Berlin').click()
  await expect(dialog).toContainText('renewed less than 24 hours ago')
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click()
  expect(lab.paid()).toBe(1)
  expect(await matching({ summary: /^Renewed/ })).toEqual([])
})

test('an unknown renewal that did not go through is renewed again after the word', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: '1111111111111111111' }])
  lab.faults.plan({ kind: 'html', status: 502, ...paidCall, acts: false })
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Unknown')).toBeVisible()
  await row(page, 'Berlin').getByRole('button', { name: 'Settle it', exact: true }).click()
  const table = page.getByRole('table', { name: 'Renewals', exact: true })
  await expect(table).toContainText('1111111111111111111 not moved')
  await table.getByRole('button', { name: 'It did not', exact: true }).click()
  await expect(outcome(table, 'Not renewed')).toHaveCount(1)
  await openView(page, 'Groups')
  await expect(outcome(row(page, 'Berlin'), 'Not renewed')).toBeVisible()
  await expect(balance(page)).toContainText('$100.00')
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  await expect(balance(page)).toContainText('$97.20')
  expect(lab.paid()).toBe(2)
  expect(lab.world.paid).toHaveLength(1)
})

test('Renew anyway beside an unknown renewal pays once more, and only once', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: '1111111111111111111' }])
  lab.faults.plan({ kind: 'resetAfterActing', ...paidCall })
  lab.faults.plan({ ...unreadableList, nth: 2 })
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Unknown')).toBeVisible()
  await renewButton(page, 'Berlin').click()
  const dialog = guardDialog(page, 'Berlin')
  await expect(dialog).toContainText('may be paid twice')
  await dialog.getByRole('button', { name: 'Renew anyway', exact: true }).dblclick()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  const table = await openHistory(page)
  await expect(outcome(table, 'Unknown')).toHaveCount(1)
  await expect(outcome(table, 'Renewed')).toHaveCount(1)
  expect(lab.paid()).toBe(2)
})

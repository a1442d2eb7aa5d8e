import type { Page } from '@playwright/test'
import { ask } from '../support/desktop/ask.ts'
import { clickNotification, waitForNotification, waitUntilClosed } from '../support/desktop/notifications.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import {
  connect,
  guardDialog,
  openHistory,
  outcome,
  renewButton,
  row,
  saveGroups,
  snapshotOf,
} from './support/acts.ts'
import { letPass } from './support/clock.ts'
import { expect, quitApp, type TestVendor, test, testKey } from './support/leasebar.ts'

const paidCall = { endpoint: 'extend/order' } as const
const orderId = '1111111111111111111'
const otherOrderId = '1111111111111111112'
const day = 86_400_000

/** The settle box of the only unknown renewal there is. */
function boxOf(page: Page) {
  const table = page.getByRole('table', { name: 'Renewals', exact: true })
  const button = (name: string) => table.getByRole('button', { name, exact: true })
  return { table, button }
}

async function loseBeforeActing(page: Page, lab: TestVendor, name: string): Promise<void> {
  lab.faults.plan({ kind: 'resetBeforeActing', ...paidCall })
  await renewButton(page, name).click()
  await expect(outcome(row(page, name), 'Unknown')).toBeVisible()
}

test('an unknown renewal is seen everywhere, and its notification opens it with its evidence', async ({
  start,
  lab,
}) => {
  const started = await start()
  const { page } = started
  await connect(page, 'Main', testKey)
  await saveGroups(page, [
    { name: 'Aachen', orderIds: otherOrderId },
    { name: 'Berlin', orderIds: orderId },
  ])
  await renewButton(page, 'Aachen').click()
  await expect(outcome(row(page, 'Aachen'), 'Renewed')).toBeVisible()
  const tray = await waitForTray({ pid: started.pid })
  const calm = await tray.look()
  await loseBeforeActing(page, lab, 'Berlin')
  await tray.waitForLook('with another icon and a word', ({ iconHash, tooltip }) => {
    return iconHash !== calm.iconHash && tooltip.includes('1 renewal unknown')
  })
  await expect(page.getByRole('tab', { name: 'History', exact: true })).toHaveAccessibleDescription(
    '1 to settle',
  )

  await clickNotification(await waitForNotification({ summary: 'Unknown: Berlin' }))
  const { table, button } = boxOf(page)
  await expect(table.locator('tbody tr').first()).toContainText('Berlin')
  await expect(table).toContainText('The order’s end: not moved.')
  await expect(table).toContainText('it did not change')
  await expect(table).toContainText('Leasebar looks again until 15 minutes have passed.')

  await button('Copy evidence').click()
  await expect(page.getByRole('status')).toContainText('The evidence was copied.')
  const copied = await started.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain('Request: POST extend/order')
  expect(copied).toContain(`orderIds: ${orderId}`)
  expect(copied).toContain('Balance before: $98.60')
  expect(copied).toContain('Balance read afterwards: $98.60')
  expect(copied).not.toContain(testKey)

  await button('Check again').click()
  await expect(page.getByRole('status')).toContainText('Berlin: still unknown.')
  await expect(button('Check again')).toBeFocused()
  expect(lab.paid()).toBe(2)
})

test('nothing moved for 15 minutes: Not renewed by evidence, told, and free to be renewed again', async ({
  start,
  lab,
}) => {
  const started = await start()
  const { page } = started
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: orderId }])
  await loseBeforeActing(page, lab, 'Berlin')
  await openHistory(page)
  const { table, button } = boxOf(page)
  await expect(table).toContainText('not moved')
  await letPass(started, 14 * 60_000)
  await button('Check again').click()
  await expect(page.getByRole('status')).toContainText('still unknown')
  await letPass(started, 60_000)
  await button('Check again').click()
  await expect(outcome(table, 'Not renewed')).toBeVisible()
  await expect(page.getByRole('status')).toContainText('Berlin: settled as Not renewed.')
  const told = await waitForNotification({ summary: 'Not renewed: Berlin' })
  expect(told.body).toContain('nothing was paid')
  await table.getByRole('button', { name: /^Receipt of Berlin/ }).click()
  await expect(table).toContainText('Not renewed by evidence')
  await expect(table).toContainText(`Order ${orderId}: ended`)

  await clickNotification(told)
  await expect(renewButton(page, 'Berlin')).toBeVisible()
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  await expect(guardDialog(page, 'Berlin')).toBeHidden()
  expect(lab.paid()).toBe(2)
  expect(lab.world.paid).toHaveLength(1)
})

test('only a part moved: the rest is renewed alone, after the word that names the sum', async ({
  start,
  lab,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Both', orderIds: `${orderId} ${otherOrderId}` }])
  await loseBeforeActing(page, lab, 'Both')
  // The vendor carried out a half of it, which its document rules out.
  for (const address of lab.world.account(testKey)?.orders.get(orderId)?.addresses ?? []) {
    address.end += 30 * day
  }
  await openHistory(page)
  const { table, button } = boxOf(page)
  await button('Check again').click()
  await expect(table).toContainText('Of 2 ends: 1 moved on by the period; 1 not moved.')
  await button('Renew the 1 that did not move').click()
  const dialog = guardDialog(page, 'Both')
  await expect(dialog).toContainText('may be paid twice')
  await expect(dialog).toContainText('1 order')
  expect(lab.paid()).toBe(1)
  await dialog.getByRole('button', { name: 'Renew anyway', exact: true }).click()
  await expect(outcome(table, 'Renewed')).toHaveCount(1)
  const bodies = lab.vendor.paidRequests().map(({ body }) => JSON.parse(body).orderIds)
  expect(bodies).toEqual([[orderId, otherOrderId], [otherOrderId]])
})

test('an unknown of a removed account can still be settled', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: orderId }])
  await loseBeforeActing(page, lab, 'Berlin')
  const [account] = (await snapshotOf(page)).accounts
  const removed = await ask(page, 'account.remove', { accountId: account?.id ?? '', confirmed: true })
  expect(removed.ok).toBe(true)
  await connect(page, 'Again', testKey)
  await openHistory(page)
  const { table, button } = boxOf(page)
  await expect(table).toContainText('Paid from Main, which was removed here.')
  await button('Check again').click()
  await expect(page.getByRole('alert')).toContainText('The account Main was removed')
  await button('It did not').click()
  await expect(outcome(table, 'Unknown')).toHaveCount(0)
  await expect(page.getByRole('tab', { name: 'History', exact: true })).not.toHaveAccessibleDescription(
    /settle/,
  )
})

test('what the evidence settled stays settled, with its evidence, after a restart', async ({
  start,
  lab,
}) => {
  const first = await start()
  await connect(first.page, 'Main', testKey)
  await saveGroups(first.page, [{ name: 'Berlin', orderIds: orderId }])
  lab.faults.plan({ kind: 'resetAfterActing', ...paidCall })
  await renewButton(first.page, 'Berlin').click()
  await waitForNotification({ summary: 'Renewed: Berlin' })
  // What was told before is not true any more, and is taken away.
  await waitUntilClosed(await waitForNotification({ summary: 'Unknown: Berlin' }))
  expect(await quitApp(first)).toBe(0)
  const { page } = await start()
  const table = await openHistory(page)
  await table.getByRole('button', { name: /^Receipt of Berlin/ }).click()
  await expect(table).toContainText('Renewed by evidence')
  await expect(table).toContainText('The balance fell by the quoted price of $2.80.')
  await expect(table).toContainText('$100.00 → $97.20')
  expect(lab.paid()).toBe(1)
})

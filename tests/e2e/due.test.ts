import type { Page } from '@playwright/test'
import { waitForNotification } from '../support/desktop/notifications.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import { connect, openHistory, outcome, saveGroups } from './support/acts.ts'
import { expect, type TestVendor, test, testKey } from './support/leasebar.ts'
import { closeWindow, expectShown } from './support/window.ts'

const hour = 3_600_000

/** Orders of one address each at $1.40, the last one ending first; and a group of each, due all. */
async function groupsDue(page: Page, lab: TestVendor, count: number): Promise<readonly string[]> {
  const names = Array.from({ length: count }, (_, at) => `Shop ${String.fromCharCode(65 + at)}`)
  for (const [at, _name] of names.entries()) {
    const end = Date.now() + (count - at) * hour
    lab.world.addOrder(testKey, { id: `${9_000_000 + at}`, type: 'IPv4', addresses: 1, end })
  }
  await saveGroups(
    page,
    names.map((name, at) => ({ name, orderIds: `${9_000_000 + at}` })),
  )
  await expect(page.getByText(`${count} groups are due`)).toBeVisible()
  return names
}

function setBalance(lab: TestVendor, dollars: number): void {
  const account = lab.world.account(testKey)
  if (account) account.balance = Math.round(dollars * 10_000)
}

function dueDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Renew all due', exact: true })
  const button = (name: string) => dialog.getByRole('button', { name, exact: true })
  return { dialog, button, row: (name: string) => dialog.getByRole('row').filter({ hasText: name }) }
}

/** Order ids of the paid requests, as they arrived. */
function paidOrders(lab: TestVendor): string[] {
  return lab.vendor.paidRequests().map((entry) => JSON.parse(entry.body).orderIds[0])
}

test('12 groups due, funds for 9: said beforehand, 9 paid in the order of their ends, stopped with the reason', async ({
  start,
  lab,
}) => {
  test.setTimeout(120_000)
  const { page } = await start()
  await connect(page, 'Main', testKey)
  const names = await groupsDue(page, lab, 12)
  setBalance(lab, 9 * 1.4 + 0.5)
  await page.getByRole('button', { name: 'Renew all due…', exact: true }).click()
  const { dialog, button, row } = dueDialog(page)
  await expect(button('Pay $12.60')).toBeVisible({ timeout: 60_000 })
  await expect(dialog).toContainText('The balance covers 9 of 12: renewing stops before Shop C.')
  await expect(row('Shop L')).toContainText('$11.70')
  await expect(row('Shop C')).toContainText('the balance does not reach')
  expect(lab.paid()).toBe(0)

  await button('Pay $12.60').click()
  await expect(button('Stop after this one')).toBeVisible()
  await expect(button('Done')).toBeVisible({ timeout: 90_000 })
  await expect(outcome(dialog, 'Renewed')).toHaveCount(9)
  await expect(dialog).toContainText('It stopped before the end')
  expect(lab.paid()).toBe(9)
  const ids = names.map((_, at) => `${9_000_000 + at}`).toReversed()
  expect(paidOrders(lab)).toEqual(ids.slice(0, 9))
  await waitForNotification({ summary: 'Renewed: 9 of 12 due groups' })
  await button('Done').click()
  await expect(dialog).toHaveCount(0)
  await expect(outcome(await openHistory(page), 'Renewed')).toHaveCount(9)
  expect(lab.paid()).toBe(9)
})

test('from the tray: the window opens on the plan; what is taken out is not paid; Cancel pays nothing', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await groupsDue(page, lab, 2)
  await closeWindow(app)
  await expectShown(app, false)
  const tray = await waitForTray({ pid: app.pid })
  await tray.click('Renew all due…')
  await expectShown(app, true)
  const { dialog, button } = dueDialog(page)
  await expect(button('Pay $2.80')).toBeVisible()
  await button('Cancel').click()
  await expect(dialog).toHaveCount(0)
  expect(lab.paid()).toBe(0)

  await page.getByRole('button', { name: 'Renew all due…', exact: true }).click()
  await expect(button('Pay $2.80')).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'Include Shop A', exact: true }).uncheck()
  await button('Pay $1.40').click()
  await expect(button('Done')).toBeVisible()
  expect(paidOrders(lab)).toEqual(['9000001'])
})

test('Stop after this one; hidden meanwhile it goes on, and an unknown outcome stops it', async ({
  start,
  lab,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await groupsDue(page, lab, 3)
  const { dialog, button } = dueDialog(page)
  await page.getByRole('button', { name: 'Renew all due…', exact: true }).click()
  const held = lab.faults.plan({ endpoint: 'extend/order', kind: 'none', hold: 'beforeReply' })
  await button('Pay $4.20').click()
  await held.reached
  await button('Stop after this one').click()
  await button('Hide').click()
  await expect(dialog).toHaveCount(0)
  held.release()
  await expect(page.getByText('1 group renewed, $1.40 paid.')).toBeVisible()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(outcome(dialog, 'Renewed')).toHaveCount(1)
  await button('Done').click()
  expect(lab.paid()).toBe(1)

  lab.faults.plan({ endpoint: 'extend/order', kind: 'resetAfterActing' })
  await page.getByRole('button', { name: 'Renew all due…', exact: true }).click()
  await button('Pay $2.80').click()
  await expect(button('Done')).toBeVisible()
  await expect(dialog).toContainText('It stopped before the end')
  expect(lab.paid()).toBe(2)
})

import type { Page } from '@playwright/test'
import { waitForTray } from '../support/desktop/tray.ts'
import { addAccountButton, connect, openView, outcome, saveGroups, snapshotOf } from './support/acts.ts'
import { letPass } from './support/clock.ts'
import { expect, type TestVendor, test, testKey } from './support/leasebar.ts'

const minute = 60_000
const euroKey = 'k3y-0123456789abcdef0123456789abcdef'
const shop = { name: 'Shop', orderIds: '1111111111111111111' }

function dueDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Renew all due', exact: true })
  const button = (name: string) => dialog.getByRole('button', { name, exact: true })
  return { dialog, button }
}

/** A group that is due in an account in dollars, and one of the same name in an account in euros. */
async function twoAccounts(page: Page, lab: TestVendor): Promise<void> {
  lab.world.addAccount({
    key: euroKey,
    balance: '5.00',
    currency: 'EUR',
    orders: [{ id: '8002', type: 'IPv4', end: Date.now() + 60 * minute }],
  })
  await connect(page, 'Main', testKey)
  await saveGroups(page, [shop])
  await openView(page, 'Settings')
  await addAccountButton(page).click()
  await page.getByRole('textbox', { name: 'Account name', exact: true }).fill('Euro')
  await page.getByLabel('API key', { exact: true }).fill(euroKey)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await openView(page, 'Groups')
  await expect(page.getByLabel('Balance', { exact: true })).toContainText('€5.00')
  await saveGroups(page, [{ ...shop, orderIds: '8002' }])
}

test('two accounts of different currency: both sums are named, each tick has its own name, and Ask again asks for both', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  await twoAccounts(page, lab)
  const { dialog, button } = dueDialog(page)
  const tray = await waitForTray({ pid: app.pid })
  await tray.click('Renew all due…')
  await expect(button('Pay €1.40 and $2.80')).toBeVisible()
  await expect(dialog).toContainText('2 groups to be renewed for €1.40 and $2.80.')
  await expect(dialog).toContainText('€5.00 → €3.60')
  await expect(dialog).toContainText('$100.00 → $97.20')
  const tick = (name: string) => dialog.getByRole('checkbox', { name, exact: true })
  await tick('Include Shop of Euro').uncheck()
  await expect(button('Pay $2.80')).toBeVisible()
  await tick('Include Shop of Euro').check()

  // The prices grow old: both accounts are asked again, not the one on the screen alone.
  await letPass(app, 6 * minute)
  await page.evaluate((passed) => {
    const { now } = Date
    Date.now = () => now() + passed
    document.dispatchEvent(new Event('visibilitychange'))
  }, 6 * minute)
  await button('Ask again').click()
  await expect(button('Pay €1.40 and $2.80')).toBeEnabled()
  await button('Pay €1.40 and $2.80').click()
  await expect(button('Done')).toBeVisible()
  await expect(dialog).toContainText('2 groups renewed, €1.40 and $2.80 paid.')
  expect(lab.paid()).toBe(2)
})

test('Pay takes no click before its sum has stood there for a moment', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [shop])
  const { dialog, button } = dueDialog(page)
  const held = lab.faults.plan({ endpoint: 'calculate/extend/order', kind: 'none', hold: 'beforeReply' })
  await page.getByRole('button', { name: 'Renew all due…', exact: true }).click()
  await held.reached
  await expect(dialog).toBeVisible()
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + minute)
  held.release()
  await expect(button('Pay $2.80')).toBeVisible()
  await page.clock.runFor(699)
  // Straight at the button, as a hand that was on its way already.
  await button('Pay $2.80').click({ force: true })
  expect((await snapshotOf(page)).dueRun?.phase).toBe('asking')
  expect(lab.paid()).toBe(0)
  await page.clock.runFor(1)
  await expect(button('Pay $2.80')).toBeEnabled()
  await button('Pay $2.80').click({ force: true })
  await expect(button('Done')).toBeVisible()
  expect(lab.paid()).toBe(1)
})

test('hidden while it pays, Renew all due… in the tray’s menu brings the same run back', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, [shop])
  const { dialog, button } = dueDialog(page)
  await page.getByRole('button', { name: 'Renew all due…', exact: true }).click()
  const held = lab.faults.plan({ endpoint: 'extend/order', kind: 'none', hold: 'beforeReply' })
  await button('Pay $2.80').click()
  await held.reached
  await button('Hide').click()
  await expect(dialog).toHaveCount(0)
  const tray = await waitForTray({ pid: app.pid })
  await tray.click('Renew all due…')
  await expect(button('Stop after this one')).toBeVisible()
  held.release()
  await expect(outcome(dialog, 'Renewed')).toHaveCount(1)
  expect(lab.paid()).toBe(1)
})

import type { Page } from '@playwright/test'
import { ask } from '../support/desktop/ask.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import {
  balance,
  connect,
  guardDialog,
  openHistory,
  outcome,
  renewButton,
  row,
  saveGroups,
  snapshotOf,
} from './support/acts.ts'
import { expect, test, testKey } from './support/leasebar.ts'
import { closeWindow, expectShown } from './support/window.ts'

const berlin = { name: 'Berlin', orderIds: '1111111111111111111' }
const quoteCall = { endpoint: 'calculate/extend/order' } as const

function press(page: Page, group: string, name: 'Renew anyway' | 'Cancel') {
  return guardDialog(page, group).getByRole('button', { name, exact: true })
}

test('a promo code that is not valid asks first; Cancel and Escape pay nothing, Renew anyway pays once', async ({
  start,
  lab,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ ...berlin, promoCode: 'GONE' }])
  const dialog = guardDialog(page, 'Berlin')

  await renewButton(page, 'Berlin').click()
  await expect(dialog).toContainText('The promo code “GONE” is not valid (the vendor says NO_VALID)')
  await expect(dialog).toContainText('$2.80')
  await expect(press(page, 'Berlin', 'Cancel')).toBeFocused()
  await press(page, 'Berlin', 'Cancel').click()
  await expect(dialog).toBeHidden()
  await expect(renewButton(page, 'Berlin')).toBeFocused()

  await renewButton(page, 'Berlin').click()
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(renewButton(page, 'Berlin')).toBeFocused()
  expect(lab.paid()).toBe(0)
  await expect(row(page, 'Berlin')).toContainText('No renewals yet')

  await renewButton(page, 'Berlin').click()
  await press(page, 'Berlin', 'Renew anyway').dblclick()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  await expect(balance(page)).toContainText('$97.20')
  const table = await openHistory(page)
  await expect(table.getByRole('row', { name: /Berlin/ })).toContainText('GONE: NO_VALID')
  expect(lab.paid()).toBe(1)
  expect(JSON.parse(lab.vendor.paidRequests()[0]?.body ?? '')).toMatchObject({ promoCode: 'GONE' })
})

test('a warning of too little money asks; Renew anyway is then refused, and nothing is paid', async ({
  start,
  lab,
}) => {
  lab.world.addOrder(testKey, { id: '777', type: 'IPv4', addresses: 80, end: Date.now() + 9e8 })
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Big', orderIds: '777' }])
  await renewButton(page, 'Big').click()
  const dialog = guardDialog(page, 'Big')
  await expect(dialog).toContainText('The price of $112.00 is above the balance of $100.00')
  await expect(dialog).toContainText('$12.00 is missing')
  await expect(dialog).toContainText('The vendor warns: “Insufficient funds on balance” (code 16)')
  await press(page, 'Big', 'Renew anyway').click()
  await expect(outcome(row(page, 'Big'), 'Refused')).toBeVisible()
  const alert = page.getByRole('alert').filter({ hasText: 'Big' })
  await expect(alert).toContainText('Insufficient funds on balance')
  await expect(alert).toContainText('Top up the balance')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(balance(page)).toContainText('$100.00')
  expect(lab.paid()).toBe(1)
  expect(lab.world.paid).toHaveLength(0)
})

test('a price above the last one shown asks, naming both', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [berlin])
  await row(page, 'Berlin').getByRole('button', { name: 'More for Berlin' }).click()
  await page.getByRole('menuitem', { name: 'Check price', exact: true }).click()
  await expect(row(page, 'Berlin')).toContainText('$2.80')
  lab.faults.plan({ kind: 'odd', change: (reply) => ({ ...reply, price: 3.5 }), ...quoteCall })
  await renewButton(page, 'Berlin').click()
  await expect(guardDialog(page, 'Berlin')).toContainText('The price rose from $2.80 to $3.50')
  await press(page, 'Berlin', 'Cancel').click()
  expect(lab.paid()).toBe(0)
})

test('renewed in the last 24 hours asks, and Renew anyway pays exactly once more', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [berlin, { name: 'Same order', orderIds: '1111111111111111111' }])
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  // Another group with the same order is guarded as well.
  await renewButton(page, 'Same order').click()
  await expect(guardDialog(page, 'Same order')).toContainText('renewed less than 24 hours ago')
  await press(page, 'Same order', 'Cancel').click()
  await renewButton(page, 'Berlin').click()
  await expect(guardDialog(page, 'Berlin')).toContainText(
    'Order 1111111111111111111 was renewed less than 24 hours ago',
  )
  await press(page, 'Berlin', 'Renew anyway').dblclick()
  await expect(row(page, 'Berlin')).toContainText('$94.40 left')
  expect(lab.paid()).toBe(2)
})

test('findings that have grown meanwhile ask again before anything is paid', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ ...berlin, promoCode: 'GONE' }])
  await renewButton(page, 'Berlin').click()
  await expect(guardDialog(page, 'Berlin')).not.toContainText('More was found')
  const warnings = [{ code: 99, message: 'Closing soon' }]
  lab.faults.plan({ kind: 'odd', change: (reply) => ({ ...reply, warnings }), ...quoteCall })
  await press(page, 'Berlin', 'Renew anyway').click()
  await expect(guardDialog(page, 'Berlin')).toContainText('More was found since you said yes')
  await expect(guardDialog(page, 'Berlin')).toContainText('The vendor warns: “Closing soon” (code 99)')
  expect(lab.paid()).toBe(0)
  await press(page, 'Berlin', 'Cancel').click()
  await expect(row(page, 'Berlin')).toContainText('No renewals yet')
  expect(lab.paid()).toBe(0)
})

test('an end that somebody else moved asks, unless it stood before the person’s eyes', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ ...berlin, showInTray: true }])
  const tray = await waitForTray({ pid: app.pid })
  const [account] = (await snapshotOf(page)).accounts
  const renewedElsewhere = async () => {
    for (const address of lab.world.account(testKey)?.orders.get(berlin.orderIds)?.addresses ?? []) {
      address.end += 30 * 86_400_000
    }
    await ask(page, 'orders.refresh', { accountId: account?.id ?? '' })
  }
  // The window has the focus, and shows something else.
  await page.getByRole('tab', { name: 'Settings', exact: true }).click()
  await renewedElsewhere()
  await tray.click('Renew Berlin · 30 days')
  await expect(guardDialog(page, 'Berlin')).toContainText('It was probably renewed elsewhere')
  await press(page, 'Berlin', 'Cancel').click()
  expect(lab.paid()).toBe(0)

  await page.getByRole('tab', { name: 'Groups', exact: true }).click()
  await renewedElsewhere()
  await expect(row(page, 'Berlin')).toContainText('ends in 60 days')
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  expect(lab.paid()).toBe(1)
})

test('a guarded click in the tray opens the window on the dialog', async ({ start, lab }) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ ...berlin, promoCode: 'GONE', showInTray: true }])
  await closeWindow(app)
  await expectShown(app, false)
  const tray = await waitForTray({ pid: app.pid })
  await tray.click('Renew Berlin · 30 days')
  await expectShown(app, true)
  await expect(guardDialog(page, 'Berlin')).toContainText('The promo code “GONE” is not valid')
  await expect(press(page, 'Berlin', 'Cancel')).toBeFocused()
  expect(lab.paid()).toBe(0)
  await press(page, 'Berlin', 'Renew anyway').click()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  expect(lab.paid()).toBe(1)
})

test('a guarded click in the tray of a start without a window makes the window', async ({
  start,
  launch,
  lab,
}) => {
  const first = await start()
  await connect(first.page, 'Main', testKey)
  await saveGroups(first.page, [{ ...berlin, promoCode: 'GONE', showInTray: true }])
  await first.app.close()
  const hidden = await launch({ args: ['--hidden'] })
  const tray = await waitForTray({ pid: hidden.pid })
  await tray.click('Renew Berlin · 30 days')
  const page = hidden.app.windows()[0] ?? (await hidden.app.waitForEvent('window'))
  await expect(guardDialog(page, 'Berlin')).toContainText('GONE')
  await press(page, 'Berlin', 'Cancel').click()
  expect(lab.paid()).toBe(0)
})

test('a refusal by the quote is an outcome, in the vendor’s words and without a dialog', async ({
  start,
  lab,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [berlin])
  const advice: Readonly<Record<number, string>> = {
    4: 'Check the group’s proxy type',
    11: 'Choose another rental period',
    16: 'Top up the balance',
    24: 'Check the group’s orders',
    25: 'Check the group’s order ids',
    28: 'Orders of this type can only be renewed whole',
    29: 'Check the group’s order ids',
    2: 'Enter the API key again',
  }
  const codes = Object.keys(advice).map(Number)
  for (const code of codes) {
    lab.faults.plan({ kind: 'error', code, message: `Words of ${code}`, ...quoteCall })
    await renewButton(page, 'Berlin').click()
    const alert = page.getByRole('alert').filter({ hasText: `Words of ${code}` })
    await expect(alert).toContainText(advice[code] ?? '')
    await expect(outcome(row(page, 'Berlin'), 'Refused')).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const table = await openHistory(page)
  await expect(outcome(table, 'Refused')).toHaveCount(codes.length)
  expect(lab.paid()).toBe(0)
})

test('a refusal of the renewal itself; any other code leaves it unknown', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [berlin, { name: 'Six', type: 'IPv6', orderIds: '22222222222222222', days: '90' }])
  const refuse = (code: number, message: string) => {
    const reply = { success: false, balance: 100, currency: 'USD', error: { code, message } }
    const text = JSON.stringify(reply)
    lab.faults.plan({ kind: 'raw', status: 200, text, endpoint: 'extend/order', acts: false })
  }
  refuse(29, 'Incorrect orderIds')
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Refused')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'Berlin' })).toContainText('Incorrect orderIds')
  refuse(57, 'In progress')
  await renewButton(page, 'Six').click()
  await expect(outcome(row(page, 'Six'), 'Unknown')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'Six' })).toContainText('In progress')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(lab.paid()).toBe(2)
  expect(lab.world.paid).toHaveLength(0)
})

import type { Page } from '@playwright/test'
import { waitForNotification } from '../support/desktop/notifications.ts'
import { connect, outcome, renewButton, row, saveGroups } from './support/acts.ts'
import { chooseTheme, expectAccessible } from './support/axe.ts'
import { expect, type TestVendor, test, testKey } from './support/leasebar.ts'

const day = 86_400_000

/** Orders that end one day after the other, none of them due, each in a group of its own: Shop A ends first. */
async function fourGroups(page: Page, lab: TestVendor): Promise<void> {
  const names = ['Shop A', 'Shop B', 'Shop C', 'Shop D']
  for (const at of names.keys()) {
    const end = Date.now() + (20 + at) * day
    lab.world.addOrder(testKey, { id: `${9_000_000 + at}`, type: 'IPv4', addresses: 1, end })
  }
  await saveGroups(
    page,
    names.map((name, at) => ({ name, orderIds: `${9_000_000 + at}` })),
  )
}

function selection(page: Page) {
  const bar = page.getByRole('region', { name: 'Selected groups', exact: true })
  const box = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true })
  const button = (name: string) => bar.getByRole('button', { name, exact: true })
  return { bar, box, button }
}

function paidOrders(lab: TestVendor): string[] {
  return lab.vendor.paidRequests().map((entry) => JSON.parse(entry.body).orderIds[0])
}

test('with the pointer: Ctrl selects, Shift selects up to there, and one yes renews them all', async ({
  start,
  lab,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await fourGroups(page, lab)
  const { bar, box, button } = selection(page)
  await expect(bar).toHaveCount(0)
  const at = (name: string) => row(page, name).getByText('1 order')
  await at('Shop A').click({ modifiers: ['Control'] })
  await expect(bar).toContainText('1 group selected')
  await at('Shop C').click({ modifiers: ['Shift'] })
  await expect(bar).toContainText('3 groups selected')
  // A name that is clicked with Ctrl selects too, and does not open its detail.
  await page.getByRole('button', { name: 'Shop B', exact: true }).click({ modifiers: ['Control'] })
  await expect(box('Shop B')).not.toBeChecked()
  await expect(box('Shop C')).toBeChecked()
  await button('Select all 4').click()
  await expect(button('Renew 4…')).toBeVisible()
  await box('Shop D').uncheck()
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('Shop A')
  await expect(bar).toContainText('3 groups selected, 2 of them not shown')
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('')

  await button('Renew 3…').click()
  const dialog = page.getByRole('dialog', { name: 'Renew selected groups', exact: true })
  const pay = dialog.getByRole('button', { name: 'Pay $4.20', exact: true })
  await expect(pay).toBeVisible()
  // Called off, the selection is there still.
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(bar).toContainText('3 groups selected')
  expect(lab.paid()).toBe(0)

  await button('Renew 3…').click()
  await expect(pay).toBeEnabled()
  await pay.click()
  await expect(dialog).toContainText('3 groups renewed, $4.20 paid.')
  await expect(outcome(dialog, 'Renewed')).toHaveCount(3)
  await waitForNotification({ summary: 'Renewed: 3 groups' })
  await dialog.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(bar).toHaveCount(0)
  expect(paidOrders(lab)).toEqual(['9000000', '9000001', '9000002'])
})

test('with the keyboard: x, Shift with an arrow and Ctrl A select, r asks for prices, Escape lets go', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  const keys = page.keyboard
  await connect(page, 'Main', testKey)
  await fourGroups(page, lab)
  const { bar, box } = selection(page)
  await page.getByRole('searchbox', { name: 'Search', exact: true }).focus()
  await keys.press('ArrowDown')
  await expect(renewButton(page, 'Shop A')).toBeFocused()
  // Nothing is selected: there is nothing to ask for.
  await keys.press('r')
  await keys.press('ArrowDown')
  await keys.press('x')
  await expect(box('Shop B')).toBeChecked()
  await expect(renewButton(page, 'Shop B')).toBeFocused()
  await keys.press('Shift+ArrowDown')
  await expect(renewButton(page, 'Shop C')).toBeFocused()
  await expect(bar).toContainText('2 groups selected')
  for (const theme of ['light', 'dark'] as const) {
    await chooseTheme(app, page, theme)
    await expectAccessible(page, `selected groups, ${theme}`)
  }
  await renewButton(page, 'Shop C').focus()
  await keys.press('Control+a')
  await expect(bar).toContainText('4 groups selected')

  // A menu takes Escape for itself; after it the selection goes, and the focus stays.
  await page.getByRole('button', { name: 'More for Shop C', exact: true }).click()
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: 'Unselect', exact: true })).toBeVisible()
  await keys.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(bar).toContainText('4 groups selected')
  await keys.press('Escape')
  await expect(bar).toHaveCount(0)

  await renewButton(page, 'Shop D').focus()
  await keys.press('x')
  await keys.press('r')
  const dialog = page.getByRole('dialog', { name: 'Renew selected groups', exact: true })
  await expect(dialog.getByRole('button', { name: 'Pay $1.40', exact: true })).toBeVisible()
  await expect(dialog.getByRole('table', { name: 'Selected groups', exact: true })).toContainText('Shop D')
  await keys.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(bar).toContainText('1 group selected')
  await bar.getByRole('button', { name: 'Clear selection', exact: true }).click()
  await expect(renewButton(page, 'Shop D')).toBeFocused()
  expect(lab.paid()).toBe(0)
})

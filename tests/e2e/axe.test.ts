import type { Page } from '@playwright/test'
import {
  addAccountButton,
  balance,
  connect,
  fillGroup,
  guardDialog,
  openHistory,
  openView,
  outcome,
  renewButton,
  row,
  saveGroups,
} from './support/acts.ts'
import { chooseTheme, expectAccessible, layouts, resize } from './support/axe.ts'
import { expect, type Started, test, testKey } from './support/leasebar.ts'

/** Looks at a screen in both themes and both layouts. */
async function inEveryLook(app: Started, screen: string): Promise<void> {
  for (const layout of ['narrow', 'wide'] as const) {
    await resize(app, app.page, layout)
    for (const theme of ['light', 'dark'] as const) {
      await chooseTheme(app, app.page, theme)
      await expectAccessible(app.page, `${screen}, ${layout}, ${theme}`)
    }
  }
}

async function renewedAndUnknown(page: Page): Promise<void> {
  await renewButton(page, 'Near').click()
  await expect(outcome(row(page, 'Near'), 'Renewed')).toBeVisible()
  await expect(row(page, 'Near')).toContainText('now ends')
  await renewButton(page, 'Far').click()
  await expect(outcome(row(page, 'Far'), 'Unknown')).toBeVisible()
}

test('axe finds nothing on the first screen, its errors and its questions', async ({ start }) => {
  const app = await start({ env: { LEASEBAR_API_URL: 'http://127.0.0.1:9' } })
  const { page } = app
  await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeVisible()
  await inEveryLook(app, 'onboarding')
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(page.getByText('Enter the API key.')).toBeVisible()
  await inEveryLook(app, 'onboarding refused')
  await page.getByRole('textbox', { name: 'Account name', exact: true }).fill('Main')
  await page.getByLabel('API key', { exact: true }).fill(testKey)
  await page.getByText('Another address').click()
  await page.getByRole('textbox', { name: 'API address', exact: true }).fill('https://example.com')
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(page.getByText('not the vendor’s usual address')).toBeVisible()
  await inEveryLook(app, 'onboarding asks for the host')
})

test('axe finds nothing on groups, editor, guard, history and settings', async ({ start, lab }) => {
  test.setTimeout(150_000)
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await expect(page.getByRole('heading', { name: 'From your orders' })).toBeVisible()
  await inEveryLook(app, 'no groups')
  await openHistory(page)
  await expect(page.getByRole('heading', { name: 'No renewals yet' })).toBeVisible()
  await inEveryLook(app, 'no history')
  await openView(page, 'Groups')

  await resize(app, page, 'narrow')
  await saveGroups(page, [
    { name: 'Near', orderIds: '1111111111111111111', showInTray: true },
    { name: 'Far', orderIds: '1111111111111111112' },
    { name: 'Odd', orderIds: '404 22222222222222222' },
    { name: 'Promo', orderIds: '1111111111111111112', promoCode: 'GONE' },
  ])
  await inEveryLook(app, 'groups')
  lab.faults.plan({ kind: 'html', status: 500, endpoint: 'extend/order', acts: false, nth: 2 })
  await renewedAndUnknown(page)
  await inEveryLook(app, 'groups with outcomes and an alert')
  await resize(app, page, 'narrow')
  await page.getByRole('button', { name: 'Odd', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Chosen group' })).toContainText('Worth a look')
  await inEveryLook(app, 'a group’s detail')
  await resize(app, page, 'wide')
  await page.getByRole('button', { name: 'More for Near', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Delete', exact: true })).toBeVisible()
  await inEveryLook(app, 'a row’s menu')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'New group', exact: true }).click()
  await fillGroup(page, { name: ' ', orderIds: 'b!d 404 404', days: 'x' })
  await page.getByRole('button', { name: 'Save group', exact: true }).click()
  await expect(page.getByText('Give the group a name.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Rental period', exact: true }).click()
  await expect(page.getByRole('option').first()).toBeVisible()
  await inEveryLook(app, 'the editor, refused, with a list open')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard', exact: true }).click()

  await renewButton(page, 'Promo').click()
  await expect(guardDialog(page, 'Promo')).toBeVisible()
  await inEveryLook(app, 'the guard')
  await page.keyboard.press('Escape')

  const table = await openHistory(page)
  await expect(outcome(table, 'Unknown')).toHaveCount(1)
  for (const receipt of await table.getByRole('button', { name: /^Receipt of/ }).all()) await receipt.click()
  await expect(table).toContainText('Raw reply')
  await inEveryLook(app, 'history with an unknown and open receipts')

  await openView(page, 'Settings')
  await page.getByRole('spinbutton', { name: 'Warn below', exact: true }).fill('150')
  await expect(balance(page)).toContainText('low')
  await inEveryLook(app, 'settings, balance low')
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByRole('button', { name: 'Remove account', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Remove anyway', exact: true })).toBeVisible()
  await inEveryLook(app, 'settings, removing')
  await addAccountButton(page).click()
  await expect(page.getByRole('dialog', { name: 'Add account' })).toBeVisible()
  await inEveryLook(app, 'adding an account')
})

test('axe finds nothing while offline, and while a renewal is on its way', async ({ start, lab }) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Near', orderIds: '1111111111111111111' }])
  const held = lab.faults.plan({ kind: 'none', endpoint: 'extend/order', hold: 'beforeReply' })
  await renewButton(page, 'Near').click()
  await held.reached
  await expect(row(page, 'Near')).toContainText('Paying.')
  await inEveryLook(app, 'paying')
  held.release()
  await expect(outcome(row(page, 'Near'), 'Renewed')).toBeVisible()
  lab.faults.plan({ kind: 'html', status: 503, endpoint: 'balance', times: 9 })
  await page.getByRole('button', { name: 'Check balance now', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'could not be read' })).toBeVisible()
  await inEveryLook(app, 'the balance could not be read')
})

test('nothing is cut off or scrolls sideways at either width', async ({ start }) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  const name = 'A group with a name that is as long as names of groups are allowed to be, 80 in all'
  await saveGroups(page, [{ name: name.slice(0, 80), orderIds: '1111111111111111111', showInTray: true }])
  for (const layout of Object.keys(layouts) as (keyof typeof layouts)[]) {
    await resize(app, page, layout)
    for (const view of ['Groups', 'History', 'Settings'] as const) {
      await openView(page, view)
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(sideways, `${view}, ${layout}`).toBeLessThanOrEqual(0)
    }
  }
})

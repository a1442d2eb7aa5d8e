import type { Locator, Page } from '@playwright/test'
import { addGroup, connect, guardDialog, outcome, renewButton, row } from './support/acts.ts'
import { chooseTheme, expectAccessible } from './support/axe.ts'
import { expect, test, testKey } from './support/leasebar.ts'

/** Goes on with Tab until the focus is where it should be; more than this many stops is no way to get there. */
async function tabTo(page: Page, target: Locator, mostStops = 25): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await isFocused(target)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused({ timeout: 1000 })
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement)
}

test('the main job with the keyboard alone', async ({ start, lab }) => {
  const { page } = await start()
  const keys = page.keyboard
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const textbox = (name: string) => page.getByRole('textbox', { name, exact: true })

  await expect(button('Connect')).toBeVisible()
  await tabTo(page, textbox('Account name'))
  await keys.type('Main')
  await tabTo(page, page.getByLabel('API key', { exact: true }))
  await keys.type(testKey)
  await keys.press('Enter')
  await expect(page.getByLabel('Balance', { exact: true })).toContainText('$100.00')

  await tabTo(page, button('New group'))
  await keys.press('Enter')
  // The dialog takes the focus in, onto its first field.
  await expect(textbox('Group name')).toBeFocused()
  await keys.type('Six')
  await keys.press('Tab')
  await expect(page.getByRole('radio', { name: 'IPv4', exact: true })).toBeFocused()
  await keys.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'IPv6', exact: true })).toBeChecked()
  await tabTo(page, textbox('Order IDs'))
  await keys.type('22222222222222222')
  const period = page.getByRole('combobox', { name: 'Rental period', exact: true })
  await tabTo(page, period)
  await expect(period).toHaveValue('90')
  await keys.press('ArrowDown')
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await expect(period).toHaveValue('180')
  await tabTo(page, page.getByRole('switch', { name: 'Show in tray', exact: true }))
  await keys.press('Space')
  await expect(page.getByRole('switch', { name: 'Show in tray', exact: true })).toBeChecked()
  await tabTo(page, button('Save group'))
  await keys.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await tabTo(page, renewButton(page, 'Six'))
  await keys.press('Enter')
  await expect(outcome(row(page, 'Six'), 'Renewed')).toBeVisible()
  await expect(renewButton(page, 'Six')).toBeFocused()
  await keys.press('Enter')
  await expect(guardDialog(page, 'Six')).toBeVisible()
  await expect(button('Cancel')).toBeFocused()
  await keys.press('Tab')
  await expect(button('Renew anyway')).toBeFocused()
  await keys.press('Escape')
  await expect(guardDialog(page, 'Six')).toHaveCount(0)
  await expect(renewButton(page, 'Six')).toBeFocused()

  await keys.press('Shift+Tab')
  const historyTab = page.getByRole('tab', { name: 'History', exact: true })
  await tabTo(page, page.getByRole('tab', { name: 'Groups', exact: true }))
  await keys.press('ArrowRight')
  await expect(historyTab).toBeFocused()
  await keys.press('Enter')
  const table = page.getByRole('table', { name: 'Renewals', exact: true })
  await expect(outcome(table, 'Renewed')).toHaveCount(1)
  await tabTo(page, table.getByRole('button', { name: /^Receipt of Six/ }))
  await keys.press('Enter')
  await expect(table).toContainText('180 days, in the window')
  await keys.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search', exact: true })).toBeFocused()
  expect(lab.paid()).toBe(1)
  expect(JSON.parse(lab.vendor.paidRequests()[0]?.body ?? '')).toEqual({
    proxyType: 'IPv6',
    orderIds: ['22222222222222222'],
    rentPeriodDays: 180,
  })
})

test('arrows go from group to group, Enter renews the one in focus, ? tells all keys', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  const keys = page.keyboard
  await connect(page, 'Main', testKey)
  await addGroup(page, { name: 'Near', orderIds: '1111111111111111111' })
  await addGroup(page, { name: 'Six', type: 'IPv6', orderIds: '22222222222222222', days: '90' })
  await addGroup(page, { name: 'Far', orderIds: '1111111111111111112' })

  await keys.press('Escape')
  await page.getByRole('searchbox', { name: 'Search', exact: true }).focus()
  // Soonest to end first: Near, Six, Far.
  await keys.press('ArrowDown')
  await expect(renewButton(page, 'Near')).toBeFocused()
  await keys.press('ArrowDown')
  await expect(renewButton(page, 'Six')).toBeFocused()
  await keys.press('End')
  await expect(renewButton(page, 'Far')).toBeFocused()
  await keys.press('ArrowDown')
  await expect(renewButton(page, 'Far')).toBeFocused()
  await keys.press('ArrowUp')
  // Held, a key comes again and again: it is one click all the same, and asks nothing.
  await keys.down('Enter')
  await keys.down('Enter')
  await expect(outcome(row(page, 'Six'), 'Renewed')).toBeVisible()
  await expect(renewButton(page, 'Six')).not.toHaveAttribute('aria-busy')
  for (let again = 0; again < 5; again += 1) await keys.down('Enter')
  expect(await renewButton(page, 'Six').getAttribute('aria-busy')).toBeNull()
  await keys.up('Enter')
  await keys.press('Home')
  expect(lab.paid()).toBe(1)
  expect(lab.vendor.paidRequests()[0]?.body).toContain('22222222222222222')

  await keys.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard', exact: true })
  await expect(
    dialog.getByRole('row', { name: 'Enter Renews the group in focus; pays as a click does' }),
  ).toBeVisible()
  for (const theme of ['light', 'dark'] as const) {
    await chooseTheme(app, page, theme)
    await expectAccessible(page, `keys, ${theme}`)
  }
  await keys.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('what has the focus can be seen', async ({ start }) => {
  const { page } = await start()
  await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeVisible()
  for (let stop = 0; stop < 5; stop += 1) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(
        document.activeElement ?? document.body,
      )
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    })
    expect(seen, `stop ${stop + 1}`).toBe(true)
  }
})

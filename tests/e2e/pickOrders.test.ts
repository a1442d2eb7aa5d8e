import type { Page } from '@playwright/test'
import { connect, openView, renewButton, row, saveGroups } from './support/acts.ts'
import { chooseTheme, expectAccessible, layouts, resize } from './support/axe.ts'
import { expect, type TestVendor, test, testKey } from './support/leasebar.ts'

const hour = 3_600_000
const near = '1111111111111111111'
const far = '1111111111111111112'
const french = '9000001'

/** A sixth order, in another country than the others. */
function addFrench(lab: TestVendor): void {
  const end = Date.now() + 50.5 * hour
  lab.world.addOrder(testKey, { id: french, type: 'IPv4', country: 'FRA', addresses: 3, end })
}

function picker(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Pick from orders', exact: true })
  const combobox = (name: string) => dialog.getByRole('combobox', { name, exact: true })
  return {
    dialog,
    search: dialog.getByRole('searchbox', { name: 'Search orders', exact: true }),
    type: combobox('Type of order'),
    country: combobox('Country'),
    end: combobox('Ends within'),
    ungrouped: dialog.getByRole('switch', { name: 'Not in any group', exact: true }),
    all: dialog.getByRole('checkbox', { name: 'Select all shown', exact: true }),
    boxes: dialog.getByRole('table', { name: 'Orders', exact: true }).getByRole('checkbox'),
    box: (id: string) => dialog.getByRole('checkbox', { name: `Pick ${id}`, exact: true }),
    row: (id: string) => dialog.getByRole('row').filter({ hasText: id }),
    button: (name: string) => dialog.getByRole('button', { name, exact: true }),
  }
}

test('orders in no group are found, ticked and made a group; then fewer are in none', async ({
  start,
  lab,
}) => {
  addFrench(lab)
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Near', orderIds: near }])
  await expect(page.getByText('5 orders are in no group', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Show them', exact: true }).click()
  const { dialog, search, type, country, end, ungrouped, all, boxes, box, button } = picker(page)
  await expect(search).toBeFocused()
  await expect(ungrouped).toBeChecked()
  await expect(boxes).toHaveCount(5)
  await expect(box(near)).toHaveCount(0)

  await country.selectOption('FRA')
  await expect(boxes).toHaveCount(1)
  await country.selectOption('')
  await type.selectOption('IPv4')
  await expect(boxes).toHaveCount(2)
  await end.selectOption('3')
  await expect(boxes).toHaveCount(1)
  await expect(picker(page).row(french)).toContainText('ends in 2 days')
  await end.selectOption('')
  await type.selectOption('')
  await search.fill('9000')
  await expect(boxes).toHaveCount(1)
  await box(french).check()
  await search.press('Escape')
  await expect(boxes).toHaveCount(5)

  await expect(box('333333333333333333')).toBeDisabled()
  await expect(dialog).toContainText('A group has one type, and yours is IPv4')
  await all.check()
  await expect(dialog).toContainText('2 orders selected')
  await button('Make a group of 2 orders').click()

  const editor = page.getByRole('dialog', { name: 'New group', exact: true })
  const name = editor.getByRole('textbox', { name: 'Group name', exact: true })
  const ids = editor.getByRole('textbox', { name: 'Order IDs', exact: true })
  await expect(ids).toHaveValue(`${french}\n${far}`)
  await expect(editor.getByRole('radio', { name: 'IPv4', exact: true })).toBeChecked()
  await expect(editor.getByRole('combobox', { name: 'Rental period', exact: true })).toHaveValue('30')
  // Whoever cancels the editor finds all ticks again.
  await editor.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(dialog).toContainText('2 orders selected')
  await expect(button('Make a group of 2 orders')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(name).toBeFocused()
  await name.fill('Rest')
  await editor.getByRole('button', { name: 'Save group', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(row(page, 'Rest')).toContainText('2 orders')
  await expect(page.getByText('3 orders are in no group', { exact: true })).toBeVisible()
  expect(lab.paid()).toBe(0)
})

test('from the toolbar: every order with its groups; Cancel gives the focus back; all in groups, no line', async ({
  start,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [
    { name: 'Near', orderIds: near },
    { name: 'Both', orderIds: `${near} ${far}` },
  ])
  const open = page.getByRole('button', { name: 'Pick from orders', exact: true })
  await open.click()
  const { dialog, search, ungrouped, boxes, row: order, button } = picker(page)
  await expect(ungrouped).not.toBeChecked()
  await expect(boxes).toHaveCount(5)
  await expect(order(near)).toContainText('Near, Both')
  await expect(order('444444444444444')).toContainText('no group')
  await expect(dialog).toContainText('Tick the orders that you renew together.')
  await search.fill('nothing like it')
  await expect(dialog.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  await button('Show all orders').click()
  await expect(boxes).toHaveCount(5)
  await button('Cancel').click()
  await expect(dialog).toHaveCount(0)
  await expect(open).toBeFocused()

  await saveGroups(page, [
    { name: 'Six', type: 'IPv6', orderIds: '22222222222222222', days: '90' },
    { name: 'Phone', type: 'Mobile', orderIds: '333333333333333333' },
    { name: 'Home', type: 'ISP', orderIds: '444444444444444' },
  ])
  await expect(page.getByRole('button', { name: 'Show them', exact: true })).toHaveCount(0)
})

test('a list that cannot be read says so, and is read on Try again', async ({ start, lab }) => {
  lab.faults.plan({ kind: 'html', status: 500, endpoint: 'ipAddress', times: 10_000 })
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await page.getByRole('button', { name: 'Pick from orders', exact: true }).click()
  const { dialog, boxes, button } = picker(page)
  await expect(dialog).toContainText('The vendor’s list of orders could not be read', { timeout: 30_000 })
  lab.faults.clear()
  await button('Try again').click()
  await expect(boxes).toHaveCount(5)
  await expect(dialog).not.toContainText('could not be read')
})

test('axe finds nothing in it, and it scrolls sideways at no width', async ({ start, lab }) => {
  addFrench(lab)
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Near', orderIds: near }])
  await openView(page, 'Groups')
  await expect(renewButton(page, 'Near')).toBeVisible()
  await page.getByRole('button', { name: 'Pick from orders', exact: true }).click()
  const { dialog, box } = picker(page)
  await box(french).check()
  for (const layout of Object.keys(layouts) as (keyof typeof layouts)[]) {
    await resize(app, page, layout)
    for (const theme of ['light', 'dark'] as const) {
      await chooseTheme(app, page, theme)
      await expectAccessible(page, `pick from orders, ${layout}, ${theme}`)
    }
    const sideways = await dialog.evaluate((element) =>
      [element, ...element.querySelectorAll('.scroll')].map((part) => part.scrollWidth - part.clientWidth),
    )
    expect(Math.max(...sideways), layout).toBeLessThanOrEqual(0)
  }
})

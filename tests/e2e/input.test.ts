import type { Page } from '@playwright/test'
import { addGroup, connect, fillGroup, outcome, renewButton, row, saveGroups } from './support/acts.ts'
import { expect, test, testKey } from './support/leasebar.ts'

const long = '9223372036854775809123456789'

const idsField = (page: Page) => page.getByRole('textbox', { name: 'Order IDs', exact: true })
const saveButton = (page: Page) => page.getByRole('button', { name: 'Save group', exact: true })
const newGroup = (page: Page) => page.getByRole('button', { name: 'New group', exact: true }).click()

/** The form as a person sees it. */
async function typed(page: Page) {
  return {
    name: await page.getByRole('textbox', { name: 'Group name', exact: true }).inputValue(),
    type: await page.getByRole('radio', { checked: true }).inputValue(),
    orderIds: await idsField(page).inputValue(),
    days: await page.getByRole('combobox', { name: 'Rental period', exact: true }).inputValue(),
    promoCode: await page.getByLabel('Promo code', { exact: true }).inputValue(),
    tray: await page.getByRole('switch', { name: 'Show in tray', exact: true }).isChecked(),
  }
}

test('what is wrong in a group is refused at its field, and everything typed stays', async ({ start }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: '1111111111111111111' }])
  await newGroup(page)
  const form = {
    name: '  ',
    type: 'IPv6',
    orderIds: 'ok-1, b!d, ok_2',
    days: '30.5',
    promoCode: 'TENOFF',
    showInTray: true,
  } as const
  await fillGroup(page, form)
  await saveButton(page).click()
  const refused = (words: string) => page.getByRole('alert').filter({ hasText: words })
  await expect(refused('Give the group a name.')).toBeVisible()
  await expect(refused('“b!d”: an order id has only letters, digits, - and _.')).toBeVisible()
  await expect(refused('Enter whole days from 1 to 3650.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Group name', exact: true })).toBeFocused()
  expect(await typed(page)).toEqual({
    name: '  ',
    type: 'IPv6',
    orderIds: 'ok-1, b!d, ok_2',
    days: '30.5',
    promoCode: 'TENOFF',
    tray: true,
  })
  for (const [days, good] of [
    ['0', false],
    ['3651', false],
    ['-1', false],
    ['1e2', false],
    ['', false],
    ['3650', true],
  ] as const) {
    await page.getByRole('combobox', { name: 'Rental period', exact: true }).fill(days)
    await saveButton(page).click()
    await expect(refused('Enter whole days from 1 to 3650.')).toHaveCount(good ? 0 : 1)
  }
  await page.getByRole('textbox', { name: 'Group name', exact: true }).fill('berlin ')
  await idsField(page).fill(' , ; \n')
  await saveButton(page).click()
  await expect(refused('A group of this account is already called “berlin”.')).toBeVisible()
  await expect(refused('Paste at least one order id.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Group name', exact: true }).fill('Paris')
  await idsField(page).fill('ok-1 ok_2')
  await saveButton(page).click()
  await expect(renewButton(page, 'Paris')).toBeVisible()
})

test('ids pasted in any form are kept once, exact and in their order; repeats are counted', async ({
  start,
  lab,
}) => {
  for (const id of ['1111111111111111120', long]) {
    lab.world.addOrder(testKey, { id, type: 'IPv4', addresses: 1, end: Date.now() + 9e8 })
  }
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await newGroup(page)
  const pasted = `\uFEFF["1111111111111111112",\u00A01111111111111111111；“${long}”，\u200B1111111111111111111\u2028(1111111111111111120)\r\n'1111111111111111112']`
  await fillGroup(page, { name: 'Pasted', orderIds: pasted })
  await expect(page.getByText('4 orders · 2 repeats dropped')).toBeVisible()
  await saveButton(page).click()
  await expect(page.getByText('2 repeats were dropped.').first()).toBeVisible()
  await expect(row(page, 'Pasted')).toContainText('4 orders')
  await renewButton(page, 'Pasted').click()
  await expect(outcome(row(page, 'Pasted'), 'Renewed')).toBeVisible()
  const ids = ['1111111111111111112', '1111111111111111111', long, '1111111111111111120']
  const sent = lab.vendor.paidRequests()[0]?.body ?? ''
  // As text, digit by digit: a number would have lost some.
  expect(sent).toContain(`"orderIds":${JSON.stringify(ids)}`)
})

test('ids that the vendor does not list, of another type or in another group are saved and pointed out', async ({
  start,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: '1111111111111111111' }])
  await newGroup(page)
  await fillGroup(page, {
    name: 'Mixed',
    orderIds: '1111111111111111111 22222222222222222 404404',
    days: '30',
  })
  await expect(page.getByText('Not in the vendor’s list: 404404')).toBeVisible()
  await expect(page.getByText('Of type IPv6: 22222222222222222')).toBeVisible()
  await expect(page.getByText('Also in “Berlin”: 1111111111111111111')).toBeVisible()
  const chips = page.getByRole('list', { name: 'Order IDs read', exact: true }).getByRole('listitem')
  await expect(chips).toHaveText([
    '1111111111111111111in “Berlin”',
    '22222222222222222IPv6',
    '404404not listed',
  ])
  await saveButton(page).click()
  await expect(row(page, 'Mixed')).toContainText('3 orders')
  await expect(row(page, 'Mixed')).toContainText('3 ids to check')
})

test('an id is taken out of the text by the cross of its chip; one that can be none is refused until then', async ({
  start,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await newGroup(page)
  await fillGroup(page, {
    name: 'Chips',
    orderIds: '1111111111111111111, what?, 1111111111111111112',
    days: '30',
  })
  const chips = page.getByRole('list', { name: 'Order IDs read', exact: true }).getByRole('listitem')
  await expect(chips).toHaveText(['what?no order id', '1111111111111111111', '1111111111111111112'])
  await saveButton(page).click()
  await expect(idsField(page)).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Take out what?', exact: true }).click()
  await expect(idsField(page)).toHaveValue('1111111111111111111, 1111111111111111112')
  await saveButton(page).click()
  await expect(row(page, 'Chips')).toContainText('2 orders')
})

test('one press saves while a list of suggestions is open', async ({ start }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await newGroup(page)
  await fillGroup(page, { name: 'Popup', orderIds: '1111111111111111111' })
  const period = page.getByRole('combobox', { name: 'Rental period', exact: true })
  await period.fill('45')
  await period.click()
  await expect(period).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('option', { name: /90/ })).toBeVisible()
  await saveButton(page).click()
  await expect(renewButton(page, 'Popup')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('suggested periods and promo codes come from the vendor and can be picked', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await newGroup(page)
  await fillGroup(page, { name: 'Picked', orderIds: '1111111111111111111' })
  await page.getByRole('combobox', { name: 'Rental period', exact: true }).click()
  await page.getByRole('option', { name: /90/ }).click()
  const promo = page.getByRole('combobox', { name: 'Promo code', exact: true })
  await promo.click()
  await page.getByRole('option', { name: /TENOFF/ }).click()
  await expect(promo).toHaveValue('TENOFF')
  await saveButton(page).click()
  await renewButton(page, 'Picked').click()
  await expect(outcome(row(page, 'Picked'), 'Renewed')).toBeVisible()
  expect(JSON.parse(lab.vendor.paidRequests()[0]?.body ?? '')).toMatchObject({
    rentPeriodDays: 90,
    promoCode: 'TENOFF',
  })
})

test('Escape in the open list closes the list; in the dialog it asks before it drops what was typed', async ({
  start,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await newGroup(page)
  await fillGroup(page, { name: 'Typed', orderIds: '1' })
  const period = page.getByRole('combobox', { name: 'Rental period', exact: true })
  await period.fill('60')
  await period.click()
  await expect(period).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Escape')
  await expect(period).toHaveAttribute('aria-expanded', 'false')
  await expect(saveButton(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Leave without saving what you typed?')).toBeVisible()
  await page.getByRole('button', { name: 'Keep editing', exact: true }).click()
  await expect(idsField(page)).toHaveValue('1')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a group is edited, duplicated, and deleted with a way back', async ({ start }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await addGroup(page, { name: 'Berlin', orderIds: '1111111111111111111', days: '30' })
  const menu = async (group: string, item: string) => {
    await page.getByRole('button', { name: `More for ${group}`, exact: true }).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }
  await menu('Berlin', 'Edit')
  await fillGroup(page, { name: 'Potsdam', orderIds: '1111111111111111112 1111111111111111111', days: '60' })
  await saveButton(page).click()
  await expect(row(page, 'Potsdam')).toContainText('2 orders · 3 addresses')
  await expect(renewButton(page, 'Berlin')).toHaveCount(0)
  await menu('Potsdam', 'Duplicate')
  await expect(page.getByRole('listitem')).toHaveCount(2)
  await menu('Potsdam', 'Delete')
  await expect(renewButton(page, 'Potsdam')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(renewButton(page, 'Potsdam')).toBeVisible()
  await expect(page.getByRole('listitem')).toHaveCount(2)
})

import { connect } from './support/acts.ts'
import { expect, type TestVendor, test, testKey } from './support/leasebar.ts'

const quotes = ({ vendor }: TestVendor) =>
  vendor.requests.filter(({ endpoint }) => endpoint === 'calculate/extend/order').length

test('the editor tells the price while a group is edited, and pays nothing', async ({ start, lab }) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await page.getByRole('button', { name: 'New group', exact: true }).click()
  const editor = page.getByRole('dialog', { name: 'New group', exact: true })
  await expect(editor).toContainText('The price stands here once orders and period are in.')

  const ids = editor.getByRole('textbox', { name: 'Order IDs', exact: true })
  await ids.pressSequentially('1111111111111111111', { delay: 10 })
  await expect(editor).toContainText('Renewing costs $2.80 now')
  // One for the whole id, not one for each of its digits.
  expect(quotes(lab)).toBe(1)

  await editor.getByRole('combobox', { name: 'Promo code', exact: true }).fill('TENOFF')
  await expect(editor).toContainText('Renewing costs $2.52 now, $0.28 off')
  await editor.getByRole('combobox', { name: 'Promo code', exact: true }).fill('NOSUCH')
  await expect(editor).toContainText('Renewing costs $2.80 now, the promo code is not valid')
  expect(quotes(lab)).toBe(3)

  // A name makes no price.
  await editor.getByRole('textbox', { name: 'Group name', exact: true }).fill('Priced')
  await ids.fill('1111111111111111111 404404')
  await expect(editor).toContainText('No price: ')
  expect(quotes(lab)).toBe(4)
  await ids.fill('not an id!')
  await expect(editor).toContainText('The price stands here once orders and period are in.')
  expect(lab.paid()).toBe(0)
})

test('a price that comes late does not stand beside terms that were changed meanwhile', async ({
  start,
  lab,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await page.getByRole('button', { name: 'New group', exact: true }).click()
  const editor = page.getByRole('dialog', { name: 'New group', exact: true })
  const ids = editor.getByRole('textbox', { name: 'Order IDs', exact: true })
  const late = lab.faults.plan({ kind: 'none', endpoint: 'calculate/extend/order', hold: 'beforeReply' })
  await ids.fill('1111111111111111111')
  await late.reached
  await ids.fill('1111111111111111112')
  await expect(editor).toContainText('Renewing costs $1.40 now')
  late.release()
  await editor.getByRole('textbox', { name: 'Group name', exact: true }).fill('Late')
  await expect(editor).toContainText('Renewing costs $1.40 now')
})

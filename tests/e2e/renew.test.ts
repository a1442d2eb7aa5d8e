import { matching, waitForNotification } from '../support/desktop/notifications.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import { addGroup, balance, connect, outcome, renewButton, row, saveGroups } from './support/acts.ts'
import { expect, test, testKey } from './support/leasebar.ts'
import { expectFocus, expectShown, unfocusWindow } from './support/window.ts'

/** A date as rows and notifications write it. */
function dateWords(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(at)
}

const cases = [
  {
    form: {
      name: 'Berlin',
      type: 'IPv4',
      orderIds: '1111111111111111111, 1111111111111111112',
      days: '30',
      promoCode: 'TENOFF',
    },
    body: {
      proxyType: 'IPv4',
      orderIds: ['1111111111111111111', '1111111111111111112'],
      rentPeriodDays: 30,
      promoCode: 'TENOFF',
    },
    price: '$3.78',
    left: '$96.22',
  },
  {
    form: { name: 'Six', type: 'IPv6', orderIds: '22222222222222222', days: '90' },
    body: { proxyType: 'IPv6', orderIds: ['22222222222222222'], rentPeriodDays: 90 },
    price: '$0.99',
    left: '$95.23',
  },
  {
    form: { name: 'Phones', type: 'Mobile', orderIds: '333333333333333333', days: '30' },
    body: { proxyType: 'MOBILE', orderIds: ['333333333333333333'], rentPeriodDays: 30 },
    price: '$9.50',
    left: '$85.73',
  },
  {
    form: { name: 'Homes', type: 'ISP', orderIds: '444444444444444', days: '60' },
    body: { proxyType: 'ISP', orderIds: ['444444444444444'], rentPeriodDays: 60 },
    price: '$4.05',
    left: '$81.68',
  },
] as const

test('each proxy type is renewed from the window: one exact request, outcome, cost, balance, new end', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  for (const [index, { form, body, price, left }] of cases.entries()) {
    const itsRow = await addGroup(page, form)
    await expectFocus(app, true)
    await renewButton(page, form.name).click()
    await expect(outcome(itsRow, 'Renewed')).toBeVisible()
    await expect(itsRow).toContainText(`${price} paid`)
    await expect(itsRow).toContainText(`${left} left`)
    const ends = body.orderIds.map((id) => lab.world.endOf(testKey, id))
    await expect(itsRow).toContainText(`now ends ${dateWords(Math.min(...ends))}`)
    await expect(balance(page)).toContainText(left)
    await expect(page.getByRole('status')).toContainText(
      `${form.name}: Renewed. ${price} paid. ${left} left.`,
    )
    expect(lab.paid()).toBe(index + 1)
    const sent = lab.vendor.paidRequests()[index]
    expect(sent).toMatchObject({
      method: 'POST',
      path: `/client/api/v1/${testKey}/extend/order`,
      acted: true,
      keyKnown: true,
    })
    expect(sent?.headers).toMatchObject({ 'content-type': 'application/json', connection: 'close' })
    expect(JSON.parse(sent?.body ?? '')).toEqual(body)
  }
})

test('a focused window tells its renewal itself; without focus and from the tray a notification does', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, [
    { name: 'Near', orderIds: '1111111111111111111' },
    { name: 'Far', orderIds: '1111111111111111112' },
    { name: 'Six', type: 'IPv6', orderIds: '22222222222222222', days: '90', showInTray: true },
  ])

  await expectFocus(app, true)
  await renewButton(page, 'Near').click()
  await expect(page.getByRole('status')).toContainText('Near: Renewed. $2.80 paid. $97.20 left.')
  await expect(row(page, 'Near')).toContainText('now ends')

  const far = lab.faults.plan({ kind: 'none', endpoint: 'extend/order', hold: 'beforeReply' })
  await renewButton(page, 'Far').click()
  await far.reached
  await unfocusWindow(app)
  far.release()
  const farTold = await waitForNotification({ summary: 'Renewed: Far' })
  const farEnd = dateWords(lab.world.endOf(testKey, '1111111111111111112'))
  expect(farTold.body).toBe(`30 days · $1.40 · $95.80 left · now ends ${farEnd}.`)
  expect(farTold.app).toBe('Leasebar')

  await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expectShown(app, false)
  const tray = await waitForTray({ pid: app.pid })
  await tray.click('Renew Six · 90 days')
  const sixTold = await waitForNotification({ summary: 'Renewed: Six' })
  const sixEnd = dateWords(lab.world.endOf(testKey, '22222222222222222'))
  expect(sixTold.body).toBe(`90 days · $0.99 · $94.81 left · now ends ${sixEnd}.`)
  await tray.waitForLabel('Balance: $94.81')
  // Both came later than the first renewal, which was told in the window alone.
  expect(await matching({ summary: /^Renewed: Near/ })).toEqual([])
  expect(lab.paid()).toBe(3)
})

test('a notification does not wait long for the new end dates', async ({ start, lab }) => {
  const app = await start()
  await connect(app.page, 'Main', testKey)
  await saveGroups(app.page, [{ name: 'Berlin', orderIds: '1111111111111111111', showInTray: true }])
  // The list is read once before paying; the reading after it hangs.
  lab.faults.plan({ kind: 'hang', endpoint: 'ipAddress', nth: 2, times: 9 })
  await (await waitForTray({ pid: app.pid })).click('Renew Berlin · 30 days')
  await expect(outcome(row(app.page, 'Berlin'), 'Renewed')).toBeVisible()
  const told = await waitForNotification({ summary: 'Renewed: Berlin' })
  expect(told.body).toBe('30 days · $2.80 · $97.20 left.')
})

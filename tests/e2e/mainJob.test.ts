import { keychainItems } from '../support/desktop/keychain.ts'
import { waitForNotification } from '../support/desktop/notifications.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import { addGroup, connect, renewButton, row } from './support/acts.ts'
import { expect, quitApp, test, testKey } from './support/leasebar.ts'

test('connect, save a group, renew it in the window and in the tray, find it in the history after a restart', async ({
  start,
  lab,
}) => {
  const first = await start()
  await connect(first.page, 'Main', testKey)
  await expect(first.page.getByLabel('Balance', { exact: true })).toContainText('$100.00')
  expect(await keychainItems()).toContainEqual(expect.objectContaining({ secret: testKey }))

  await addGroup(first.page, {
    name: 'Berlin',
    orderIds: '1111111111111111111',
    days: '30',
    showInTray: true,
  })
  await expect(row(first.page, 'Berlin')).toContainText('ends in 20 h')
  await expect(row(first.page, 'Berlin')).toContainText('No renewals yet')

  await renewButton(first.page, 'Berlin').click()
  await expect(row(first.page, 'Berlin').getByText('Renewed', { exact: true })).toBeVisible()
  expect(lab.paid()).toBe(1)
  expect(JSON.parse(lab.vendor.paidRequests()[0]?.body ?? '')).toEqual({
    proxyType: 'IPv4',
    orderIds: ['1111111111111111111'],
    rentPeriodDays: 30,
  })
  await expect(first.page.getByLabel('Balance', { exact: true })).toContainText('$97.20')

  await addGroup(first.page, {
    name: 'Six',
    type: 'IPv6',
    orderIds: '22222222222222222',
    days: '90',
    showInTray: true,
  })
  const tray = await waitForTray({ pid: first.pid })
  await tray.click('Renew Six · 90 days')
  const told = await waitForNotification({ summary: 'Renewed: Six' })
  expect(told.body).toContain('90 days')
  expect(lab.paid()).toBe(2)
  expect(await quitApp(first)).toBe(0)

  const second = await start()
  await second.page.getByRole('tab', { name: 'History', exact: true }).click()
  const table = second.page.getByRole('table', { name: 'Renewals', exact: true })
  await expect(table.getByRole('row', { name: /Berlin/ })).toContainText('Renewed')
  await expect(table.getByRole('row', { name: /Six/ })).toContainText('Renewed')
  expect(lab.paid()).toBe(2)
})

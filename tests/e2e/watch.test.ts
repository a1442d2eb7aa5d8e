import type { Page } from '@playwright/test'
import { clickNotification, matching, waitForNotification } from '../support/desktop/notifications.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import { balance, connect, openView, renewButton, row, saveGroups } from './support/acts.ts'
import { letPass } from './support/clock.ts'
import { expect, quitApp, type Started, test, testKey } from './support/leasebar.ts'

const day = 86_400_000
const hour = 3_600_000
const endings = { summary: /^End(s|ed)/ }

/** Lets time pass, and has something read, as the schedule would by then. */
async function passAndRead(app: Started, ms: number): Promise<void> {
  await letPass(app, ms)
  await app.page.getByRole('button', { name: 'Check balance now', exact: true }).click()
}

async function told(count: number, summary: string | RegExp): Promise<void> {
  await waitForNotification({ summary })
  expect(await matching(endings)).toHaveLength(count)
}

async function switchOff(page: Page, name: string): Promise<void> {
  await openView(page, 'Settings')
  await page.getByRole('switch', { name, exact: true }).uncheck()
  await openView(page, 'Groups')
}

test('from 8 days to the end: told at 7, 3 and 1 days and at the end, once each; the tray follows', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  lab.world.addOrder(testKey, { id: '555', type: 'IPv4', addresses: 1, end: Date.now() + 8 * day })
  await saveGroups(page, [{ name: 'Shop', orderIds: '555' }])
  const tray = await waitForTray({ pid: app.pid })
  const calm = await tray.waitForLook('without anything due', ({ tooltip }) => !tooltip.includes('due'))
  expect(await matching(endings)).toEqual([])

  await passAndRead(app, day + hour)
  await told(1, 'Ends in 6 days: Shop')
  expect(await tray.labels()).not.toContain('Renew all due…')
  await passAndRead(app, 4 * day)
  await told(2, 'Ends in 2 days: Shop')
  await tray.waitForLook('with a group due', ({ tooltip }) => tooltip.includes('1 group due'))
  await tray.waitForLabel('Renew all due…')
  await passAndRead(app, 2 * day)
  await told(3, /^Ends in 2[0-3] h: Shop$/)
  await passAndRead(app, hour)
  await passAndRead(app, day)
  const ended = await waitForNotification({ summary: 'Ended: Shop' })
  expect(ended.body).toContain('Leasebar pays nothing by itself.')
  await tray.waitForLook(
    'with a group ended',
    ({ tooltip, iconHash }) => tooltip.includes('1 group ended') && iconHash !== calm.iconHash,
  )
  await openView(page, 'Settings')
  await clickNotification(ended)
  await expect(renewButton(page, 'Shop')).toBeVisible()
  await expect(row(page, 'Shop').locator('[aria-current="true"]')).toBeVisible()

  // A restart, at which the clock is set back as well, repeats nothing.
  expect(await quitApp(app)).toBe(0)
  const next = await start()
  await expect(renewButton(next.page, 'Shop')).toBeVisible()
  await passAndRead(next, 6 * day)
  await expect(balance(next.page)).toContainText('$100.00')
  expect(await matching(endings)).toHaveLength(4)
})

test('saved inside a stage: told at once, at that stage only; several at once are one that names them', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  for (const id of ['701', '702']) {
    lab.world.addOrder(testKey, { id, type: 'IPv4', addresses: 1, end: Date.now() + 20 * day })
  }
  await saveGroups(page, [
    { name: 'Near', orderIds: '1111111111111111111' },
    { name: 'One', orderIds: '701' },
    { name: 'Two', orderIds: '702' },
  ])
  await told(1, /^Ends in (19|20) h: Near$/)
  await passAndRead(app, 14 * day)
  const both = await waitForNotification({ summary: /2 end soon$/ })
  expect(both.body).toContain('One (ends in 5 days)')
  expect(both.body).toContain('Two (ends in 5 days)')
})

test('a kind that is switched off is not told, and does not flood when it is switched on again', async ({
  start,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await switchOff(page, 'A group ends soon')
  await saveGroups(page, [{ name: 'Near', orderIds: '1111111111111111111' }])
  await passAndRead(app, hour)
  await openView(page, 'Settings')
  await page.getByRole('switch', { name: 'A group ends soon', exact: true }).check()
  await passAndRead(app, hour)
  await passAndRead(app, 20 * hour)
  await told(1, 'Ended: Near')
})

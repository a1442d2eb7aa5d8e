import { once } from 'node:events'
import { pressInDialog } from '../support/desktop/dialogs.ts'
import { firstWindow, startBare } from '../support/desktop/launch.ts'
import { clickNotification, matching, waitForNotification } from '../support/desktop/notifications.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import {
  balance,
  connect,
  openHistory,
  outcome,
  renewButton,
  row,
  saveGroups,
  snapshotOf,
} from './support/acts.ts'
import { expect, quitApp, test, testKey } from './support/leasebar.ts'
import { closeWindow, expectShown } from './support/window.ts'

test('closing hides into the tray and says so once; a click on the icon or Open brings it back', async ({
  start,
}) => {
  const app = await start()
  await connect(app.page, 'Main', testKey)
  const tray = await waitForTray({ pid: app.pid })
  await closeWindow(app)
  await expectShown(app, false)
  const told = await waitForNotification({ summary: 'Leasebar is still in the tray' })
  await tray.activate()
  await expectShown(app, true)
  await closeWindow(app)
  await expectShown(app, false)
  await tray.click('Open')
  await expectShown(app, true)
  await tray.click('Settings')
  await expect(app.page.getByRole('spinbutton', { name: 'Warn below', exact: true })).toBeVisible()
  expect(app.child.exitCode).toBeNull()
  const ended = once(app.child, 'exit')
  // It may be gone before it has answered the click.
  await Promise.all([ended, tray.click('Quit').catch(() => {})])
  expect(app.child.exitCode).toBe(0)
  expect((await matching({ summary: /still in the tray/ })).map(({ id }) => id)).toEqual([told.id])
})

test('a second start shows the first one’s window and ends', async ({ start, folder }) => {
  const app = await start()
  await connect(app.page, 'Main', testKey)
  await closeWindow(app)
  await expectShown(app, false)
  const second = await startBare({ userDataDir: folder })
  await once(second.child, 'exit')
  expect(second.child.exitCode).toBe(0)
  await expectShown(app, true)
  await expect(balance(app.page)).toContainText('$100.00')
  expect(await quitApp(app)).toBe(0)
})

test('started hidden it stays in the tray without a window, reads the balance, and shows at a click', async ({
  start,
  launch,
  lab,
}) => {
  const first = await start()
  await connect(first.page, 'Main', testKey)
  await saveGroups(first.page, [{ name: 'Berlin', orderIds: '1111111111111111111', showInTray: true }])
  expect(await quitApp(first)).toBe(0)

  lab.world.topUp(testKey, '11.00')
  const hidden = await launch({ args: ['--hidden'] })
  const tray = await waitForTray({ pid: hidden.pid })
  await tray.waitForLabel('Balance: $111.00')
  expect(hidden.app.windows()).toHaveLength(0)
  await tray.click('Renew Berlin · 30 days')
  await waitForNotification({ summary: 'Renewed: Berlin' })
  expect(hidden.app.windows()).toHaveLength(0)
  await tray.activate()
  const page = await firstWindow(hidden)
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  expect(lab.paid()).toBe(1)
})

test('a click on a notification opens the right place', async ({ start, lab }) => {
  const app = await start()
  await connect(app.page, 'Main', testKey)
  await saveGroups(app.page, [{ name: 'Berlin', orderIds: '1111111111111111111', showInTray: true }])
  await closeWindow(app)
  await expectShown(app, false)
  lab.faults.plan({ kind: 'html', status: 500, endpoint: 'extend/order', acts: false })
  await (await waitForTray({ pid: app.pid })).click('Renew Berlin · 30 days')
  await clickNotification(await waitForNotification({ summary: 'Unknown: Berlin' }))
  await expectShown(app, true)
  await expect(app.page.getByRole('tab', { name: 'History', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(app.page.getByRole('button', { name: 'It went through', exact: true })).toBeVisible()
})

test('quitting while a renewal is on its way asks, and waiting keeps its outcome', async ({ start, lab }) => {
  const app = await start()
  await connect(app.page, 'Main', testKey)
  await saveGroups(app.page, [{ name: 'Berlin', orderIds: '1111111111111111111' }])
  const held = lab.faults.plan({ kind: 'none', endpoint: 'extend/order', hold: 'beforeReply' })
  await renewButton(app.page, 'Berlin').click()
  await held.reached
  const ended = once(app.child, 'exit')
  await (await waitForTray({ pid: app.pid })).click('Quit')
  // The first button: wait, then quit.
  await pressInDialog(app.pid, 'Return')
  held.release()
  await ended
  expect(app.child.exitCode).toBe(0)
  const { page } = await start()
  await expect(outcome(await openHistory(page), 'Renewed')).toHaveCount(1)
  expect(lab.paid()).toBe(1)
})

test('quitting while keys are being read ends clean', async ({ start }) => {
  const first = await start()
  await connect(first.page, 'Main', testKey)
  await expect(balance(first.page)).toContainText('$100.00')
  const [account] = (await snapshotOf(first.page)).accounts
  await first.page.evaluate((accountId) => {
    const again = (): void => {
      void window.leasebar.invoke('account.unlock', { accountId }).then(again)
    }
    for (let lane = 0; lane < 4; lane += 1) again()
  }, account?.id ?? '')
  expect(await quitApp(first)).toBe(0)
  expect(first.output()).not.toContain('failed')
})

import { restartPanel } from '../support/desktop/panel.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import { connect, saveGroups } from './support/acts.ts'
import { expect, test, testKey } from './support/leasebar.ts'
import { closeWindow, expectShown } from './support/window.ts'

test('the panel dies and starts again: the icon is back with its menu, and closing hides into it', async ({
  start,
}) => {
  const app = await start()
  await connect(app.page, 'Main', testKey)
  await saveGroups(app.page, [{ name: 'Shop', orderIds: '1111111111111111111', showInTray: true }])
  const before = await waitForTray({ pid: app.pid })
  await before.waitForLabel('Renew Shop · 30 days')
  await restartPanel()
  const after = await waitForTray({ pid: app.pid })
  expect(await after.labels()).toContain('Renew Shop · 30 days')
  await closeWindow(app)
  await expectShown(app, false)
  await after.click('Open')
  await expectShown(app, true)
})

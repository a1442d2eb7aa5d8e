import { once } from 'node:events'
import { shownNotifications } from '../support/desktop/notifications.ts'
import { connect } from './support/acts.ts'
import { expect, test, testKey } from './support/leasebar.ts'
import { closeWindow, expectShown } from './support/window.ts'

test('where there is no tray, closing the window quits', async ({ start }) => {
  const app = await start()
  await connect(app.page, 'Main', testKey)
  const ended = once(app.child, 'exit')
  await closeWindow(app)
  await ended
  expect(app.child.exitCode).toBe(0)
  expect(await shownNotifications()).toEqual([])
})

test('where there is no tray, a start that was to stay hidden shows its window', async ({ start }) => {
  const app = await start({ args: ['--hidden'] })
  await expectShown(app, true)
  await expect(app.page.getByRole('button', { name: 'Connect', exact: true })).toBeVisible()
})

import { once } from 'node:events'
import { connect } from '../e2e/support/acts.ts'
import { expect, test, testKey } from '../e2e/support/leasebar.ts'
import { closeWindow, expectShown } from '../e2e/support/window.ts'
import { inspectable } from './support.ts'

test('where there is no tray, the installed app is a normal window: closing it quits, hidden it shows', async ({
  start,
}) => {
  const copy = { electron: inspectable(), entry: null }
  const app = await start({ ...copy, args: ['--hidden'] })
  await expectShown(app, true)
  await connect(app.page, 'Main', testKey)
  const ended = once(app.child, 'exit')
  await closeWindow(app)
  await ended
  expect(app.child.exitCode).toBe(0)
})

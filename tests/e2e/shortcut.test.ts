import { execFileSync } from 'node:child_process'
import { connect, openView } from './support/acts.ts'
import { expect, quitApp, test, testKey } from './support/leasebar.ts'
import { closeWindow, expectShown } from './support/window.ts'

const press = (keys: string): void => void execFileSync('xdotool', ['key', keys])

test('keys pressed into the settings open and hide the window from anywhere, also after a restart', async ({
  start,
  launch,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await openView(page, 'Settings')
  const field = page.getByRole('textbox', { name: 'Shortcut', exact: true })
  await field.focus()
  // Without Ctrl or Alt it would be what somebody types.
  await page.keyboard.press('l')
  await expect(field).toHaveValue('')
  await page.keyboard.press('Control+Alt+l')
  await expect(field).toHaveValue('Ctrl+Alt+L')
  await closeWindow(app)
  await expectShown(app, false)
  press('ctrl+alt+l')
  await expectShown(app, true)
  press('ctrl+alt+l')
  await expectShown(app, false)
  expect(await quitApp(app)).toBe(0)

  const hidden = await launch({ args: ['--hidden'] })
  await expect
    .poll(() => hidden.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Ctrl+Alt+L')))
    .toBe(true)
  press('ctrl+alt+l')
  await expectShown(hidden, true)
  const [again] = hidden.app.windows()
  await again?.getByRole('tab', { name: 'Settings', exact: true }).click()
  await again?.getByRole('button', { name: 'Clear shortcut', exact: true }).click()
  await expect
    .poll(() => hidden.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Ctrl+Alt+L')))
    .toBe(false)
})

import { waitForTray } from '../support/desktop/tray.ts'
import { balance, connect, openView } from './support/acts.ts'
import { expect, test, testKey } from './support/leasebar.ts'

test('the tray draws normal, low balance, needs attention and offline each in its own way', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  const tray = await waitForTray({ pid: app.pid })
  const checkNow = page.getByRole('button', { name: 'Check balance now', exact: true })
  const normal = await tray.waitForLook('with the balance', ({ tooltip }) => tooltip.includes('$100.00'))
  // What the panel gets: enough pixels for one of twice the usual height.
  expect(normal.iconSizes.some(([width, height]) => width >= 44 && width === height)).toBe(true)

  await openView(page, 'Settings')
  const field = page.getByRole('spinbutton', { name: 'Warn below', exact: true })
  await field.fill('150')
  await field.press('Enter')
  const low = await tray.waitForLook('with a low balance', ({ tooltip }) => tooltip.includes('$100.00 (low)'))

  await openView(page, 'Groups')
  lab.faults.plan({ endpoint: 'balance', kind: 'error', code: 2 })
  await checkNow.click()
  const attention = await tray.waitForLook('asking for a look', (look) => look.iconHash !== low.iconHash)

  await checkNow.click()
  await tray.waitForLook('with the low balance again', ({ iconHash }) => iconHash === low.iconHash)
  await lab.vendor.close()
  await checkNow.click()
  await expect(balance(page)).toContainText('offline')
  const offline = await tray.waitForLook('offline', ({ tooltip }) => tooltip.includes('offline'))

  const hashes = [normal, low, attention, offline].map(({ iconHash }) => iconHash)
  expect(new Set(hashes).size).toBe(4)
})

import { waitForTray } from '../support/desktop/tray.ts'
import { balance, connect, guardDialog, outcome, renewButton, row, saveGroups } from './support/acts.ts'
import { expect, test, testKey } from './support/leasebar.ts'
import { closeWindow, expectShown } from './support/window.ts'

/** Seconds that the vendor asks to wait: longer than a read waits by itself, so that it is shown. */
const asked = 15

test('a Retry-After is shown with its next try, counts down, and ends by itself', async ({ start, lab }) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Berlin', orderIds: '1111111111111111111' }])
  await expect(balance(page)).toContainText('$100.00')
  const check = page.getByRole('button', { name: 'Check balance now', exact: true })
  const before = lab.vendor.requests.length
  lab.faults.plan({ endpoint: 'balance', kind: 'tooMany', retryAfter: asked })
  await check.click()

  const panel = page.getByText('The vendor asks to wait. Next try in')
  await expect(panel).toContainText(/Next try in 1[0-5] s/)
  await expect(balance(page)).toContainText(/next try in 1[0-5] s/)
  await expect(page.getByRole('alert')).toContainText(`The vendor asks to wait ${asked} seconds`)
  const refused = lab.vendor.requests[before]?.at ?? 0
  expect(lab.vendor.requests).toHaveLength(before + 1)

  // A click to renew asks, and does not even ask for the price; nor does anything else get through.
  await renewButton(page, 'Berlin').click()
  const dialog = guardDialog(page, 'Berlin')
  await expect(dialog).toContainText('The vendor asks to wait')
  await dialog.getByRole('button', { name: 'Renew anyway', exact: true }).click()
  await expect(outcome(row(page, 'Berlin'), 'Not sent')).toBeVisible()
  await (await waitForTray({ pid: app.pid })).click('Check balance now')
  await check.click()
  await expect(panel).toContainText(/Next try in \d s/)
  expect(lab.vendor.requests).toHaveLength(before + 1)

  await expect(panel).toBeHidden({ timeout: 20_000 })
  await expect(balance(page)).toContainText('read just now')
  const [next] = lab.vendor.requests.slice(before + 1)
  expect((next?.at ?? 0) - refused).toBeGreaterThanOrEqual(asked * 1000)
  await renewButton(page, 'Berlin').click()
  await expect(outcome(row(page, 'Berlin'), 'Renewed')).toBeVisible()
  expect(lab.paid()).toBe(1)
})

test('a hidden window counts nothing, and is right again when it comes back', async ({ start, lab }) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  lab.faults.plan({ endpoint: 'balance', kind: 'tooMany', retryAfter: 600 })
  await page.getByRole('button', { name: 'Check balance now', exact: true }).click()
  await expect(balance(page)).toContainText('next try in 10 min')
  // Playwright has every page believe that it is seen.
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false })
  await closeWindow(app)
  await expectShown(app, false)
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden')
  const left = await page.evaluate(async () => {
    const shown = document.querySelector('[aria-label="Balance"]')
    let changes = 0
    const observer = new MutationObserver(() => {
      changes += 1
    })
    if (shown) observer.observe(shown, { childList: true, subtree: true, characterData: true })
    const real = Date.now
    Date.now = () => real() + 500_000
    await new Promise((resolve) => setTimeout(resolve, 2500))
    observer.disconnect()
    return changes
  })
  expect(left).toBe(0)
  await (await waitForTray({ pid: app.pid })).click('Open')
  await expectShown(app, true)
  await expect(balance(page)).toContainText(/next try in \d+ s/)
})

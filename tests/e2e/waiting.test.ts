import { once } from 'node:events'
import { z } from 'zod'
import { barePage } from '../support/desktop/barePage.ts'
import { startBare } from '../support/desktop/launch.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import { balance, connect, guardDialog, outcome, renewButton, row, saveGroups } from './support/acts.ts'
import { expect, quitApp, test, testKey } from './support/leasebar.ts'

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

test('a hidden window counts nothing, and is right again when it comes back', async ({
  start,
  lab,
  folder,
}) => {
  const first = await start()
  await connect(first.page, 'Main', testKey)
  expect(await quitApp(first)).toBe(0)

  lab.faults.plan({ endpoint: 'balance', kind: 'tooMany', retryAfter: 600 })
  // Under Playwright every page believes that it is seen.
  const app = await startBare({
    userDataDir: folder,
    args: ['--remote-debugging-port=0'],
    env: { LEASEBAR_API_URL: lab.vendor.url },
  })
  const ended = once(app.child, 'exit')
  const page = await barePage(app)
  const tray = await waitForTray({ pid: app.pid })
  const balanceText = () =>
    page.evaluate(`document.querySelector('[aria-label="Balance"]')?.textContent ?? ''`, z.string())
  await expect.poll(balanceText).toContain('next try in 10 min')
  const sight = () => page.evaluate('document.visibilityState', z.string())
  expect(await sight()).toBe('visible')

  await tray.activate()
  await expect.poll(sight).toBe('hidden')
  expect(await page.evaluate(changesMeanwhile(500_000), z.number())).toBe(0)
  await tray.click('Open')
  await expect.poll(sight).toBe('visible')
  await expect.poll(balanceText).toMatch(/next try in \d+ s/)
  expect(await page.evaluate(changesMeanwhile(0), z.number())).toBeGreaterThan(0)
  page.close()
  // It may be gone before the bus has its answer.
  await Promise.all([ended, tray.click('Quit').catch(() => {})])
  expect(app.child.exitCode).toBe(0)
})

/** In the page: how often the balance's words change in 2.5 s, after the clock was set forward by so many ms. */
function changesMeanwhile(forward: number): string {
  return `(async () => {
    const real = Date.now
    let changes = 0
    const observer = new MutationObserver(() => { changes += 1 })
    const shown = document.querySelector('[aria-label="Balance"]')
    observer.observe(shown, { childList: true, subtree: true, characterData: true })
    Date.now = () => real() + ${forward}
    await new Promise((resolve) => setTimeout(resolve, 2500))
    observer.disconnect()
    return changes
  })()`
}

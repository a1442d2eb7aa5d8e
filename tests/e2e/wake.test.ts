import { type Logind, startLogind } from '../support/desktop/logind.ts'
import { balance, connect } from './support/acts.ts'
import { letPass } from './support/clock.ts'
import { test as base, expect, type Started, type TestVendor, testKey } from './support/leasebar.ts'

const hour = 3_600_000

/** With the system's word about sleeping under the test's control. */
const test = base.extend<{ logind: Logind }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  logind: async ({}, use) => {
    const logind = await startLogind()
    await use(logind)
    await logind.stop()
  },
})

const reads = ({ vendor }: TestVendor) => {
  const count = (name: string) => vendor.requests.filter(({ endpoint }) => endpoint === name).length
  return { balance: count('balance'), orders: count('ipAddress') }
}

/**
 * Runs a script in the window through main: going to sleep, Chromium lets go of every connection it has, and of
 * Playwright's to the page among them.
 */
function inWindow({ app }: Started, script: string): Promise<unknown> {
  return app.evaluate(
    ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text),
    script,
  )
}

const balanceText = `document.querySelector('[aria-label="Balance"]').textContent`

/** Lets time pass for the window too, whose ages move on by a timer that stands as the others do. */
async function passEverywhere(app: Started, ms: number): Promise<void> {
  await letPass(app, ms)
  await inWindow(
    app,
    `{ const { now } = Date; Date.now = () => now() + ${ms}; }
     document.dispatchEvent(new Event('visibilitychange'))`,
  )
}

test('waking from sleep, as the system tells it, reads balance and orders at once, and the window shows it', async ({
  logind,
  start,
  lab,
}) => {
  const app = await start({ env: logind.env })
  await connect(app.page, 'Main', testKey)
  await logind.listened()
  await expect(balance(app.page)).toContainText('read just now')
  await expect.poll(() => reads(lab).orders).toBeGreaterThan(0)

  await logind.sleep()
  await passEverywhere(app, 2 * hour)
  await expect.poll(() => inWindow(app, balanceText)).toContain('read 2 h ago')
  lab.world.topUp(testKey, '23.00')
  const before = reads(lab)

  await logind.wake()
  await expect.poll(() => inWindow(app, balanceText)).toContain('$123.00')
  await expect.poll(() => inWindow(app, balanceText)).toContain('read just now')
  await expect.poll(() => reads(lab)).toEqual({ balance: before.balance + 1, orders: before.orders + 1 })
})

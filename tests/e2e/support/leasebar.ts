import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { createFaults, type Faults } from '../../../src/main/practice/faults.ts'
import {
  createWorld,
  type PracticeVendor,
  startVendor,
  type VendorWorld,
} from '../../../src/main/practice/vendor.ts'
import { firstWindow, killApp, type LaunchedApp, launchApp, quitApp } from '../../support/desktop/launch.ts'
import { clearNotifications } from '../../support/desktop/notifications.ts'
import { screenshot } from '../../support/desktop/screenshot.ts'
import { until } from '../../support/desktop/until.ts'

/** The vendor that an end-to-end test runs against: in the test's own process, so that it can be counted and broken. */
export interface TestVendor {
  readonly world: VendorWorld
  readonly faults: Faults
  readonly vendor: PracticeVendor
  /** Number of paid requests that arrived. */
  readonly paid: () => number
}

/** How a start differs from the usual one. */
export interface StartOptions {
  readonly folder?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The program that is Electron, or runs it. */
  readonly electron?: string
  /** The main script; null: the program has its own. */
  readonly entry?: string | null
  /** A CommonJS file that the main process runs before the main script. */
  readonly preload?: string
}

/** Leasebar with its window open. */
export type Started = LaunchedApp & { readonly page: Page }

/** Starts Leasebar on a data folder and waits for its window; several starts on one folder are restarts. */
export type Start = (options?: StartOptions) => Promise<Started>

/** Starts Leasebar and waits for no window: it may open none. */
export type Launch = (options?: StartOptions) => Promise<LaunchedApp>

/** A key that looks like the vendor's, for the test's account. */
export const testKey = 'k3y-0a1b2c3d4e5f60718293a4b5c6d7e8f9'
/** A second account's key. */
export const otherKey = 'k3y-ffeeddccbbaa99887766554433221100'

const hour = 3_600_000

/** Orders of every type, one of each ending soon, and money enough. */
export function testWorld(): VendorWorld {
  const now = Date.now()
  return createWorld({
    accounts: [
      {
        key: testKey,
        balance: '100.00',
        orders: [
          { id: '1111111111111111111', type: 'IPv4', addresses: 2, end: now + 20.5 * hour },
          { id: '1111111111111111112', type: 'IPv4', addresses: 1, end: now + 100 * hour },
          { id: '22222222222222222', type: 'IPv6', addresses: 3, end: now + 30.5 * hour },
          { id: '333333333333333333', type: 'MOBILE', addresses: 1, end: now + 200 * hour },
          { id: '444444444444444', type: 'ISP', addresses: 1, end: now + 300 * hour },
        ],
        promoCodes: [{ code: 'TENOFF', discount: 10 }],
      },
      {
        key: otherKey,
        balance: '7.00',
        orders: [{ id: '5555555555555555555', type: 'IPv4', addresses: 1, end: now + 50 * hour }],
      },
    ],
  })
}

/** Tests with a vendor of their own, and Leasebar started as a person starts it. Everything ends with the test. */
export const test = base.extend<{ lab: TestVendor; folder: string; launch: Launch; start: Start }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  lab: async ({}, use) => {
    const world = testWorld()
    const faults = createFaults()
    const vendor = await startVendor({ world, faults })
    await use({ world, faults, vendor, paid: () => vendor.paidRequests().length })
    await vendor.close()
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'leasebar-e2e-'))
    await use(folder)
    await removeFolder(folder)
  },
  launch: async ({ lab, folder }, use, testInfo) => {
    await clearNotifications()
    const running: LaunchedApp[] = []
    await use(async ({ folder: other, args = [], env = {}, ...rest } = {}) => {
      const launched = await launchApp({
        userDataDir: other ?? folder,
        args,
        env: { LEASEBAR_API_URL: lab.vendor.url, ...env },
        ...rest,
      })
      running.push(launched)
      return launched
    })
    if (testInfo.status !== testInfo.expectedStatus) await keepSigns(testInfo.outputPath(), running)
    for (const app of running) await killApp(app)
  },
  start: async ({ launch }, use) => {
    await use(async (options) => {
      const launched = await launch(options)
      const page = await firstWindow(launched)
      page.setDefaultTimeout(15_000)
      return { ...launched, page }
    })
  },
})

/** Helper processes of a killed app may still be writing for a moment. */
function removeFolder(folder: string): Promise<true> {
  return until('end of the writing into the data folder', async () => {
    try {
      rmSync(folder, { recursive: true, force: true })
      return true
    } catch {
      return undefined
    }
  })
}

/** What was on the screen and what the apps said, for whoever looks into a failure. */
async function keepSigns(into: string, running: readonly LaunchedApp[]): Promise<void> {
  await screenshot(join(into, 'desktop.png'))
  for (const [index, { app, output }] of running.entries()) {
    writeFileSync(join(into, `output-${index + 1}.log`), output())
    for (const page of app.windows()) {
      const tree = await page.locator('body').ariaSnapshot({ timeout: 2000 }).catch(String)
      writeFileSync(join(into, `page-${index + 1}.txt`), tree)
    }
  }
}

export { expect, killApp, quitApp }

import type { Page } from '@playwright/test'
import { findElectron } from '../../../scripts/electron-path.mjs'
import type { LaunchedApp } from '../../support/desktop/launch.ts'
import { chooseTheme } from './axe.ts'
import { expect } from './leasebar.ts'
import { misfits } from './misfits.ts'

/** Sizes in pixels that every screen is looked at in: the least, the first with two columns, a wide one. */
export const sizes = [
  { width: 420, height: 640 },
  { width: 900, height: 680 },
  { width: 1280, height: 760 },
] as const

const themes = ['light', 'dark'] as const

/**
 * The Electron that the reference pictures were taken with: the registry's. Another one draws letters another way; with
 * it the screens are checked for what does not fit alone.
 */
const pictured = '33.3.0'

/**
 * What may differ from a reference picture: a pixel's colour by a tenth of the way from black to white (as eyes see it),
 * and beyond that one pixel in two thousand.
 */
const tolerance = { threshold: 0.1, maxDiffPixelRatio: 0.0005 } as const

/** Which sizes and themes a screen is looked at in; all of them where nothing is said. */
export interface Looks {
  readonly widths?: readonly number[]
  readonly themes?: readonly ('light' | 'dark')[]
  /** What is scrolled to at each size; the top where nothing is said. */
  readonly before?: () => Promise<unknown>
}

/** Compares a screen with its reference pictures, and looks for what is cut off, overlaps or sticks out. */
export async function expectScreen(
  app: LaunchedApp,
  page: Page,
  name: string,
  looks: Looks = {},
): Promise<void> {
  const { version } = await findElectron()
  for (const size of sizes.filter(({ width }) => looks.widths?.includes(width) ?? true)) {
    await resizeTo(app, page, size)
    if (looks.before) await looks.before()
    else await scrollToTop(page)
    for (const theme of looks.themes ?? themes) {
      await chooseTheme(app, page, theme)
      await page.mouse.move(size.width - 1, size.height - 1)
      const picture = `${name}-${size.width}-${theme}`
      expect.soft(await page.evaluate(misfits), picture).toEqual([])
      if (version !== pictured) continue
      // The data folder is another one each time.
      const mask = [page.locator('.settings .mono.untrusted')]
      const options = { ...tolerance, mask, maskColor: '#808890' } as const
      await expect.soft(page).toHaveScreenshot(`${picture}.png`, options)
    }
  }
}

async function resizeTo({ app }: LaunchedApp, page: Page, size: (typeof sizes)[number]): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([size.width, size.height])
}

async function scrollToTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('.scroll')) part.scrollTop = 0
  })
}

/** Puts the clock on the wall of main and of the page to a moment (ms since the epoch), where it stands. */
export async function standAt({ app }: LaunchedApp, page: Page, at: number): Promise<void> {
  await app.evaluate((_electron, moment) => {
    Date.now = () => moment
  }, at)
  await page.evaluate((moment) => {
    Date.now = () => moment
    // The page looks at the clock again.
    document.dispatchEvent(new Event('visibilitychange'))
  }, at)
}

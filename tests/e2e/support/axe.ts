import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { ask } from '../../support/desktop/ask.ts'
import type { LaunchedApp } from '../../support/desktop/launch.ts'
import { expect } from './leasebar.ts'

/** Widths in pixels of the two layouts: the list alone, and the list beside the detail. */
export const layouts = { narrow: { width: 420, height: 640 }, wide: { width: 1200, height: 740 } } as const

/** Resizes the window, and waits until the page has followed. */
export async function resize({ app }: LaunchedApp, page: Page, layout: keyof typeof layouts): Promise<void> {
  const size = layouts[layout]
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(size.width)
}

/** Chooses a theme as the settings do, and waits for it. */
export async function chooseTheme({ app }: LaunchedApp, page: Page, theme: 'light' | 'dark'): Promise<void> {
  await ask(page, 'settings.update', { theme })
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
  await expect
    .poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors))
    .toBe(theme === 'dark')
}

/** Expects that axe finds nothing wrong with what is on the screen, once nothing moves any more. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // Colours of what is half faded in are no one's colours.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
        .map((animation) => animation.finished),
    ),
  )
  // Legacy: Electron cannot open the blank page that axe would gather its results in.
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ html }) => html.slice(0, 160)),
  }))
  expect(passes.length, screen).toBeGreaterThan(5)
  expect.soft(found, screen).toEqual([])
}

import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { ask } from '../../tests/support/desktop/ask.ts'
import { firstWindow, type LaunchedApp, launchApp, quitApp } from '../../tests/support/desktop/launch.ts'
import { firstAccount, readAnew, type Scene, scene, typeAndClear, wheelThrough } from './scenes.ts'
import type { Shop } from './shop.ts'
import type { Size } from './starts.ts'

/** Plays every scene on the large folder, each in a narrow and a wide window. */
export async function measureWindow(size: Size, shop: Shop): Promise<Scene[]> {
  const launched = await launchApp({ userDataDir: size.folder, env: { LEASEBAR_API_URL: size.url } })
  try {
    const page = await firstWindow(launched)
    await expect(page.locator('.row-name').first()).toBeVisible()
    const accountId = await firstAccount(page)
    await ask(page, 'orders.refresh', { accountId })
    const scenes: Scene[] = []
    for (const width of [420, 1200]) {
      await resize(launched, width)
      scenes.push(...(await groupScenes({ launched, page, shop, accountId }, `at ${width} px`)))
      scenes.push(...(await pickScenes(launched, page, `at ${width} px`)))
    }
    return scenes
  } finally {
    await quitApp(launched)
  }
}

async function resize({ app }: LaunchedApp, width: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, wanted) => {
    for (const window of BrowserWindow.getAllWindows()) window.setSize(wanted, 700)
  }, width)
}

interface Stage {
  readonly launched: LaunchedApp
  readonly page: Page
  readonly shop: Shop
  readonly accountId: string
}

async function groupScenes({ launched, page, shop, accountId }: Stage, where: string): Promise<Scene[]> {
  const rows = page.locator('.rows')
  const search = page.getByRole('searchbox', { name: 'Search', exact: true })
  const lastId = shop.groups.at(-1)?.orderIds.at(-1) ?? ''
  const scrolled = await scene(launched, page, `groups ${where}: scroll`, () =>
    wheelThrough(page, rows, rows),
  )
  const searched = await scene(launched, page, `groups ${where}: search`, () =>
    typeAndClear(page, search, ['Group 480', 'mobile', lastId, 'nothing like it']),
  )
  const pushed = await scene(launched, page, `groups ${where}: a new list comes`, async () => {
    shop.move()
    await readAnew(page, accountId)
  })
  return [scrolled, searched, pushed]
}

async function pickScenes(launched: LaunchedApp, page: Page, where: string): Promise<Scene[]> {
  const dialog = page.getByRole('dialog', { name: 'Pick from orders', exact: true })
  const table = dialog.getByRole('table', { name: 'Orders', exact: true })
  const body = dialog.locator('.pick-body')
  const search = dialog.getByRole('searchbox', { name: 'Search orders', exact: true })
  const opened = await scene(launched, page, `pick ${where}: open`, async () => {
    await page.getByRole('button', { name: 'Pick from orders', exact: true }).click()
    await expect(table.getByRole('checkbox').first()).toBeVisible()
  })
  const scrolled = await scene(launched, page, `pick ${where}: scroll, more and more`, async () => {
    for (let pages = 0; pages < 5; pages += 1) {
      await wheelThrough(page, table, body)
      const more = dialog.getByRole('button', { name: 'Show more', exact: true })
      if (!(await more.isVisible())) break
      await more.click()
      await expect(more).not.toHaveAttribute('aria-busy', 'true')
    }
  })
  const searched = await scene(launched, page, `pick ${where}: search`, () =>
    typeAndClear(page, search, ['7310000000000019', 'mobile', 'deu', 'nothing like it']),
  )
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  return [opened, scrolled, searched]
}

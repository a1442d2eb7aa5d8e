import type { Page } from '@playwright/test'
import { ask } from '../support/desktop/ask.ts'
import { waitForNotification } from '../support/desktop/notifications.ts'
import { waitForTray } from '../support/desktop/tray.ts'
import { connect, openView, saveGroups, snapshotOf } from './support/acts.ts'
import { chooseTheme, expectAccessible, resize } from './support/axe.ts'
import { expect, quitApp, type Started, test, testKey } from './support/leasebar.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })

/** An account with three groups, in a wide window, and Russian chosen. */
async function inRussian(app: Started): Promise<void> {
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, [
    { name: 'Near', orderIds: '1111111111111111111', showInTray: true },
    { name: 'Far', orderIds: '1111111111111111112', showInTray: true },
    { name: 'Promo', orderIds: '1111111111111111112', promoCode: 'GONE' },
  ])
  await ask(page, 'settings.update', { language: 'ru' })
  await expect(tab(page, 'Группы')).toBeVisible()
  await resize(app, page, 'wide')
}

test('another language is chosen in the settings and spoken everywhere at once, and after a restart', async ({
  start,
  lab,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, [{ name: 'Near', orderIds: '1111111111111111111', showInTray: true }])
  const tray = await waitForTray({ pid: app.pid })
  await expect.poll(() => tray.labels()).toContain('Check balance now')
  await openView(page, 'Settings')
  await page.getByRole('radio', { name: 'Русский', exact: true }).check()
  await expect(tab(page, 'Настройки')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('radio', { name: 'Русский', exact: true })).toBeFocused()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect.poll(() => tray.labels()).toContain('Проверить баланс сейчас')

  await tab(page, 'Группы').click()
  await button(page, 'Продлить Near').click()
  const row = page.getByRole('listitem').filter({ has: button(page, 'Продлить Near') })
  await expect(row.getByText('Продлено', { exact: true })).toBeVisible()
  expect(lab.paid()).toBe(1)

  // The guard asks in it, and what it asks about is told in it.
  await button(page, 'Продлить Near').click()
  await expect(dialog(page, 'Продлить «Near»?')).toContainText('меньше 24 часов назад')
  await page.keyboard.press('Escape')
  expect(lab.paid()).toBe(1)

  // The tray's click is told in it too: the guard opens the window, an unknown key is told.
  lab.faults.plan({ kind: 'error', code: 2, endpoint: 'calculate/extend/order', times: 1 })
  await tray.click('Продлить Near · 30 дней')
  await waitForNotification({ summary: 'Отклонено: Near' })

  expect(await quitApp(app)).toBe(0)
  const again = await start()
  await expect(tab(again.page, 'Группы')).toBeVisible()
  await expect(again.page.locator('html')).toHaveAttribute('lang', 'ru')
  await tab(again.page, 'Настройки').click()
  await again.page.getByRole('radio', { name: 'English', exact: true }).check()
  await expect(tab(again.page, 'Settings')).toBeVisible()
})

/** Walks through the screens of the main job, in Russian, and looks at each. */
async function everyScreen(app: Started, look: (screen: string) => Promise<void>): Promise<void> {
  const { page } = app
  await look('groups')
  await button(page, 'Продлить всё, что пора…').click()
  await expect(page.getByRole('button', { name: /^Оплатить / })).toBeVisible()
  await look('due')
  await button(page, 'Отмена').click()
  await button(page, 'Продлить Near').click()
  await expect(page.getByText('Продлено', { exact: true }).first()).toBeVisible()
  await button(page, 'Near').click()
  await look('a group’s detail')
  await button(page, 'Изменить группу').click()
  await expect(dialog(page, 'Изменить Near')).toBeVisible()
  await look('editor')
  await page.keyboard.press('Escape')
  await button(page, 'Продлить Promo').click()
  await expect(dialog(page, 'Продлить «Promo»?')).toBeVisible()
  await look('guard')
  await page.keyboard.press('Escape')
  await button(page, 'История баланса').click()
  await expect(dialog(page, 'История баланса').locator('figcaption')).toBeVisible()
  await look('balance history')
  await page.keyboard.press('Escape')
  await tab(page, 'История').click()
  await page.getByRole('table', { name: 'Продления', exact: true }).getByRole('button').first().click()
  await look('history with a receipt')
  await tab(page, 'Настройки').click()
  await look('settings')
}

test('axe finds nothing in Russian, in both themes and layouts', async ({ start }) => {
  test.setTimeout(200_000)
  const app = await start()
  const { page } = app
  await inRussian(app)
  await everyScreen(app, async (screen) => {
    for (const layout of ['narrow', 'wide'] as const) {
      await resize(app, page, layout)
      for (const theme of ['light', 'dark'] as const) {
        await chooseTheme(app, page, theme)
        await expectAccessible(page, `${screen}, ru, ${layout}, ${theme}`)
      }
    }
  })
})

test('axe finds nothing in high contrast, and nothing moves where motion is reduced', async ({ start }) => {
  test.setTimeout(200_000)
  const app = await start()
  const { page } = app
  await inRussian(app)
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' })
  await everyScreen(app, async (screen) => {
    for (const theme of ['light', 'dark'] as const) {
      await chooseTheme(app, page, theme)
      await expectAccessible(page, `${screen}, high contrast, ${theme}`)
      const moving = await page.evaluate(
        () =>
          document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration) > 0)
            .length,
      )
      expect(moving, screen).toBe(0)
    }
  })
  expect((await snapshotOf(page)).settings.language).toBe('ru')
})

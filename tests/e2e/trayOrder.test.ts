import type { Page } from '@playwright/test'
import { waitForTray } from '../support/desktop/tray.ts'
import { connect, openView, renewButton, row, saveGroups } from './support/acts.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, test, testKey } from './support/leasebar.ts'

const forms = ['Amber', 'Birch', 'Cedar'].map((name, index) => ({
  name,
  orderIds: `111111111111111111${index + 1}`,
  showInTray: true,
}))

const list = (page: Page) => page.getByRole('list', { name: 'Groups in the tray', exact: true })
const grip = (page: Page, name: string) => page.getByRole('button', { name: `Move ${name}`, exact: true })

test('groups of the tray’s menu are put in order by dragging and by the arrows, for good', async ({
  start,
}) => {
  const app = await start()
  const { page } = app
  await connect(page, 'Main', testKey)
  await saveGroups(page, forms)
  const tray = await waitForTray({ pid: app.pid })
  const menu = async (other = tray) =>
    (await other.labels()).filter((label) => /^Renew .*days/.test(label)).map((label) => label.split(' ')[1])
  await expect.poll(() => menu()).toEqual(['Amber', 'Birch', 'Cedar'])

  await openView(page, 'Settings')
  await grip(page, 'Cedar').scrollIntoViewIfNeeded()
  await grip(page, 'Cedar').hover()
  await page.mouse.down()
  const first = await grip(page, 'Amber').boundingBox()
  await page.mouse.move(first?.x ?? 0, (first?.y ?? 0) - 2, { steps: 6 })
  await expect(list(page).getByRole('listitem')).toHaveText([/Cedar/, /Amber/, /Birch/])
  expect(await menu(), 'nothing is stored while it is held').toEqual(['Amber', 'Birch', 'Cedar'])
  await page.mouse.up()
  await expect.poll(() => menu()).toEqual(['Cedar', 'Amber', 'Birch'])

  await grip(page, 'Cedar').focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => menu()).toEqual(['Amber', 'Cedar', 'Birch'])
  await expect(grip(page, 'Cedar')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => menu()).toEqual(['Amber', 'Birch', 'Cedar'])
  await expect(page.getByRole('status').filter({ hasText: 'Cedar: 3 of 3 in the tray.' })).toHaveCount(1)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => menu()).toEqual(['Cedar', 'Amber', 'Birch'])

  // Escape puts back what is held.
  await grip(page, 'Birch').hover()
  await page.mouse.down()
  const top = await list(page).boundingBox()
  await page.mouse.move(top?.x ?? 0, top?.y ?? 0, { steps: 4 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(list(page).getByRole('listitem')).toHaveText([/Cedar/, /Amber/, /Birch/])
  await expectAccessible(page, 'the tray’s groups')
})

test('a click with the other button opens a row’s menu where it was, and Escape leads back', async ({
  start,
}) => {
  const { page } = await start()
  await connect(page, 'Main', testKey)
  await saveGroups(page, forms)
  const place = await row(page, 'Birch').boundingBox()
  const at = { x: 60, y: (place?.height ?? 0) - 12 }
  await row(page, 'Birch').click({ button: 'right', position: at })
  const menu = page.getByRole('menu', { name: 'Actions for Birch', exact: true })
  await expect(menu.getByRole('menuitem', { name: 'Edit', exact: true })).toBeVisible()
  const box = await menu.boundingBox()
  expect(Math.abs((box?.x ?? 0) - ((place?.x ?? 0) + at.x))).toBeLessThan(12)
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'More for Birch', exact: true })).toBeFocused()

  // The keyboard's menu key opens it at the row's button.
  await renewButton(page, 'Amber').focus()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu', { name: 'Actions for Amber', exact: true })).toBeVisible()
})

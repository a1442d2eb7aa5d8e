import { expect, type Page } from '@playwright/test'
import { connect, fillGroup, type GroupForm, renewButton } from '../../../tests/e2e/support/acts.ts'
import { keychainItems } from '../../../tests/support/desktop/keychain.ts'
import { balanceSays, mustBe, openView, rowWords } from '../look.ts'
import { resize } from '../pictures.ts'
import type { Step } from '../report.ts'
import { groups } from '../shop.ts'
import type { Stage } from '../stage.ts'

/** Connecting an account, saving groups. */
export function beginning({ shop, page, pictures, app, tray }: Stage): Step[] {
  return [
    {
      title: 'Connect an account: its key goes into the OS keychain',
      run: async (tell) => {
        const window = await page()
        await resize(app(), 420)
        await window.getByRole('button', { name: 'Connect', exact: true }).waitFor()
        await pictures.page(tell, app(), '01-first-start')
        await connect(window, 'Main shop', shop.key)
        tell.did('typed a name and the key, pressed `Connect`')
        tell.saw('window', `Balance: ${await balanceSays(window, '$60.00')}`)
        const items = await keychainItems()
        mustBe(
          'what secret-tool reads',
          items.map(({ secret }) => secret),
          [shop.key],
        )
        tell.saw(
          'keychain',
          `secret-tool reads service Leasebar, secret demo-…${shop.key.slice(-4)}: the key typed`,
        )
      },
    },
    {
      title: 'Save groups of orders, of all four proxy types',
      run: async (tell) => {
        const window = await page()
        for (const form of Object.values(groups)) {
          await saveGroup(window, form)
          tell.saw('row', await rowWords(window, form.name))
        }
        const entry = await (await tray()).waitForLabel(`Renew ${groups.isp.name} · 30 days`)
        tell.saw('tray menu', entry.label)
        await pictures.page(tell, app(), '02-groups')
        await pictures.trayMenu(tell, '02-tray-menu')
      },
    },
  ]
}

/** Types a group into the editor and saves it. */
async function saveGroup(page: Page, form: GroupForm): Promise<void> {
  const { days = '', promoCode = '', showInTray = false, ...names } = form
  await openView(page, 'Groups')
  await page.getByRole('button', { name: 'New group', exact: true }).click()
  await fillGroup(page, names)
  // Leaving a field closes the suggestions under it, which a screen reader sees alone while they are open.
  for (const [name, text] of [
    ['Rental period', days],
    ['Promo code', promoCode],
  ] as const) {
    const field = page.getByRole('combobox', { name, exact: true })
    await field.fill(text)
    await field.press('Tab')
  }
  await page.getByRole('switch', { name: 'Show in tray', exact: true }).setChecked(showInTray)
  await page.getByRole('button', { name: 'Save group', exact: true }).click()
  await expect(renewButton(page, form.name)).toBeVisible()
}

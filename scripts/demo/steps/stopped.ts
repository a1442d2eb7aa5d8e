import { expect } from '@playwright/test'
import { guardDialog, renewButton, row } from '../../../tests/e2e/support/acts.ts'
import { mustBe, rowSays, rowWords, wordsOf } from '../look.ts'
import type { Step } from '../report.ts'
import { groups } from '../shop.ts'
import type { Stage } from '../stage.ts'

/** What does not go through, and costs nothing: a refusal by the vendor, and a question of the guard's. */
export function stopped({ page, pictures, app, shop }: Stage): Step[] {
  return [
    {
      title: `Be refused: “${groups.refused.name}” has an order that the vendor does not know`,
      run: async (tell) => {
        const window = await page()
        const before = shop.paid().length
        await renewButton(window, groups.refused.name).click()
        tell.did(`clicked \`Renew\` in the row of “${groups.refused.name}”`)
        tell.saw('row', await rowSays(window, groups.refused.name, 'Refused'))
        const alert = window.getByRole('alert').filter({ hasText: 'Incorrect orderIds' })
        tell.saw('message', await wordsOf(alert))
        mustBe('paid requests of this step', shop.paid().length - before, 0)
        await pictures.page(tell, app(), '09-refused')
        await window.getByRole('button', { name: 'Dismiss', exact: true }).click()
      },
    },
    {
      title: `Be asked by the guard: the promo code of “${groups.guarded.name}” is not valid`,
      run: async (tell) => {
        const window = await page()
        const before = shop.paid().length
        await renewButton(window, groups.guarded.name).click()
        tell.did(`clicked \`Renew\` in the row of “${groups.guarded.name}”`)
        const dialog = guardDialog(window, groups.guarded.name)
        await expect(dialog).toContainText('The promo code “SUMMER” is not valid')
        await expect(dialog.getByRole('button', { name: 'Renew anyway', exact: true })).toBeVisible()
        tell.saw('dialog', await wordsOf(dialog))
        await pictures.page(tell, app(), '10-guard')
        await dialog.getByRole('button', { name: 'Cancel', exact: true }).click()
        tell.did('pressed `Cancel`')
        await expect(dialog).toBeHidden()
        await expect(row(window, groups.guarded.name)).toContainText('No renewals yet')
        tell.saw('row', await rowWords(window, groups.guarded.name))
        mustBe('paid requests of this step', shop.paid().length - before, 0)
      },
    },
  ]
}
